// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

#include <opencv2/core.hpp>

namespace boxwright::ssd {

/// Makes the network's input of images: `pixels` CV_8UC3 RGB, square images one below the other, becomes
/// (B, 3, S, S) float32, channels last in memory, (x - mean) / deviation.
torch::Tensor networkInput(const cv::Mat &pixels, const Preprocessing &preprocessing);

} // namespace boxwright::ssd
