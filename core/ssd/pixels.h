// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

#include <opencv2/core.hpp>

namespace boxwright::ssd {

/// Makes the network's input of images: `pixels` CV_8UC3 RGB, square images one below the other, becomes
/// (B, 3, S, S) float32 on that device, channels last in memory, (x - mean) / deviation.
torch::Tensor networkInput(const cv::Mat &pixels, const Preprocessing &preprocessing,
                           const torch::Device &device = torch::kCPU);

/// The same by torch's own operators, on the device: only bytes are moved there.
torch::Tensor networkInputOnDevice(const cv::Mat &pixels, const Preprocessing &preprocessing,
                                   const torch::Device &device);

} // namespace boxwright::ssd
