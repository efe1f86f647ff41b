// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/precision.h"

#include "core/ssd/devices.h"

namespace boxwright::ssd {

torch::ScalarType inputType(ComputePrecision precision, const torch::Device &device)
{
    return precision == ComputePrecision::Mixed && hasFastBfloat16(device) ? torch::kBFloat16 : torch::kFloat32;
}

} // namespace boxwright::ssd
