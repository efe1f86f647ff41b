// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace boxwright::ssd {

/// MXNet's Xavier(rnd_type "uniform", factor_type "avg", magnitude 3), with which mxnet-ssd starts every new weight
/// (facts 2.8). `weight` (out, in / groups, h, w); a filter of a grouped convolution feeds the outputs of its group
/// only, so that depthwise filters do not start near 0.
void initConvWeight(torch::Tensor &weight, int64_t groups = 1);

} // namespace boxwright::ssd
