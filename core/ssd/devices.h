// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/device_choice.h"
#include "core/ssd/ssd_network.h"

#include <torch/torch.h>

#include <vector>

namespace boxwright::ssd {

/// GPUs that LibTorch computes on here: 0 with a build of it that knows no CUDA, or without a driver.
int gpuCount();

/// The processor, then the GPUs.
std::vector<ComputeDevice> computeDevices();

/// At least one; the first one keeps the weights that learn. Fails where the choice names a GPU that is not there.
Result<std::vector<torch::Device>> devicesFor(const DeviceChoice &choice);

/// As people know it: the GPU's name with its number, or "processor".
QString deviceName(const torch::Device &device);

/// Whether this device multiplies bfloat16 faster than float32.
bool hasFastBfloat16(const torch::Device &device);

/// Where the network's weights are.
torch::Device deviceOf(const SsdNetworkImpl &network);

/// Moves weights and running statistics; on a GPU convolutions get their weights channels last in memory. Before
/// optimisers are made and before prepareForDetection().
void moveTo(const torch::Device &device, SsdNetworkImpl &network);

/// The processor's copy, float32: targets, losses and detections are computed there.
SsdOutput onProcessor(const SsdOutput &output);

} // namespace boxwright::ssd
