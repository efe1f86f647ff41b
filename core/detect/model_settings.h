// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/pixel_input.h"

namespace boxwright {

/// What a person has decided about a model of the cloud, whose files say neither. Kept in a file beside the model.
struct ModelSettings
{
    QStringList classes;              ///< names by class number; empty: undecided
    std::optional<PixelInput> pixels; ///< nullopt: undecided

    bool operator==(const ModelSettings &) const = default;
};

/// "model.tar.gz.boxwright.json", beside the model.
QString modelSettingsFile(const QString &model);

/// Undecided where there is no such file; fails where it cannot be understood.
Result<ModelSettings> readModelSettings(const QString &model);
Result<> writeModelSettings(const QString &model, const ModelSettings &settings);

} // namespace boxwright
