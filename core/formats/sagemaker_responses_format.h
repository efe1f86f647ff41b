// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// What an endpoint or a batch transform of SageMaker found, read as suggestions that nobody has checked. Classes are
/// numbers, unless a classes.txt beside the files names them, one a line.
class SagemakerResponsesFormat : public DatasetFormat
{
public:
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool recognizes(const QString &path) const override;
    Result<> read(const ReadOptions &options, FormatSink &sink) const override;
};

} // namespace boxwright
