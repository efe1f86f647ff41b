// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/device_choice.h"

#include <torch/torch.h>

namespace boxwright::ssd {

/// What the input of a network is cast to on that device: layers compute in the type of what they get.
torch::ScalarType inputType(ComputePrecision precision, const torch::Device &device);

} // namespace boxwright::ssd
