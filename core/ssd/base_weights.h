// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ssd/ssd_network.h"
#include "core/ssd/weight_matching.h"

namespace boxwright::ssd {

/// Loads ImageNet weights of the base network from a file of any kind that is known by its content: safetensors, torch
/// (zip or old stream of pickles), ONNX (the model zoo's resnet50-v2-7), MXNet's .params, a model of our own. Files of
/// torchvision's vgg16 and the zoo's ResNet are brought to MXNet's layers and our input (facts, weights.md). Heads and
/// extra maps stay as initialised. Nothing of a file is executed. Fails where nothing fits.
Result<WeightReport> loadBaseWeights(SsdNetworkImpl &network, const QString &file);

/// What a person should know of it, translated, with the first names of each list.
QStringList reportLines(const WeightReport &report, const QString &file);

} // namespace boxwright::ssd
