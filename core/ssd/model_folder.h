// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/detector_backend.h"
#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// A model is a folder: weights.safetensors (every parameter and buffer under its name) and model.json (base network,
/// image_shape, classes, hyperparameters, validation mAP, library versions).

/// Writes the folder whole or not at all: staged beside it, then renamed over it.
Result<> saveModel(const QString &folder, const SsdNetworkImpl &network, const ModelInfo &info);

/// Builds the network that model.json names and fills it; missing, extra or misshapen tensors are named.
Result<std::shared_ptr<SsdNetworkImpl>> loadModel(const QString &folder);

} // namespace boxwright::ssd
