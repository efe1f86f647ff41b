// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/l2_normalize.h"

namespace boxwright::ssd {

torch::Tensor l2Normalize(const torch::Tensor &x)
{
    constexpr double kEpsilon = 1e-10;
    return x * (x.square().sum(1, /*keepdim=*/true) + kEpsilon).rsqrt();
}

} // namespace boxwright::ssd
