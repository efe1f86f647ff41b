// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// Puts the predictions of one map into the order y, x, prior: (B, A * width, H, W) -> (B, H * W * A, width). Free for
/// channels-last maps.
torch::Tensor flattenPredictions(const torch::Tensor &map, int64_t width);

/// Predictions of all maps, flattened, one after the other.
SsdOutput joinPredictions(const std::vector<torch::Tensor> &classMaps, const std::vector<torch::Tensor> &boxMaps);

} // namespace boxwright::ssd
