// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace boxwright::ssd {

/// MXNet's L2Normalization in mode "channel": x / sqrt(sum of x^2 over channels + 1e-10), (B, C, H, W) (facts 2.3).
torch::Tensor l2Normalize(const torch::Tensor &x);

} // namespace boxwright::ssd
