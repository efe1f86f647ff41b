// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/multibox_target.h"
#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

struct MultiboxLoss
{
    torch::Tensor total;  ///< scalar; its gradient is MXNet's (facts 2.6)
    double classLoss = 0; ///< MXNet's CrossEntropy metric of this batch
    double boxLoss = 0;   ///< MXNet's SmoothL1 metric of this batch
};

/// Softmax cross entropy over priors whose target is not ignored, divided by their count, plus smooth L1 of masked box
/// offsets, divided by the count of its elements above 0 (both at least 1). Finite 0 for a batch without objects.
MultiboxLoss multiboxLoss(const SsdOutput &output, const Targets &targets);

} // namespace boxwright::ssd
