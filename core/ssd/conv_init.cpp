// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/conv_init.h"

#include <cmath>

namespace boxwright::ssd {

void initConvWeight(torch::Tensor &weight, int64_t groups)
{
    const torch::NoGradGuard noGrad;
    const double taps = double(weight.size(2) * weight.size(3));
    const double fanIn = double(weight.size(1)) * taps;
    const double fanOut = double(weight.size(0)) / double(groups) * taps;
    const double bound = std::sqrt(3.0 / ((fanIn + fanOut) / 2.0));
    weight.uniform_(-bound, bound);
}

} // namespace boxwright::ssd
