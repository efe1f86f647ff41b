// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_backend.h"

namespace boxwright {

/// Files of a model folder.
inline constexpr QLatin1String kModelInfoFile("model.json");
inline constexpr QLatin1String kModelWeightsFile("weights.safetensors");

/// The text of model.json, which readModelInfo() reads back (`folder` apart). `libraries` is for people who wonder
/// later which versions made the model.
QByteArray modelInfoText(const ModelInfo &info, const QString &libraries);

} // namespace boxwright
