// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/target_box.h"

#include <torch/torch.h>

#include <array>
#include <vector>

namespace boxwright::ssd {

/// Variances of the box coder, SSD paper and MXNet's default.
inline constexpr std::array<float, 4> kVariances{0.1F, 0.1F, 0.2F, 0.2F};

/// Options of MultiBoxTarget, MXNet's defaults for SSD training (facts 2.6).
struct TargetOptions
{
    float overlapThreshold = 0.5F;
    float negativeMiningRatio = 3.0F;
    float negativeMiningThreshold = 0.5F;
    float ignoreLabel = -1.0F;
    std::array<float, 4> variances = kVariances;
};

struct Targets
{
    torch::Tensor classTarget; ///< (B, N) int64: 0 background, class + 1, ignore_label
    torch::Tensor boxTarget;   ///< (B, N, 4) float32, encoded; 0 where no object
    torch::Tensor boxMask;     ///< (B, N, 4) float32: 1 where the prior has an object
};

/// Matches priors with objects and mines hard negatives, as MXNet's _contrib_MultiBoxTarget (facts 3.2), ties included.
/// `priors` (N, 4); `objects` one list per image; `classLogits` (B, N, C + 1), only read.
/// An image without objects gives no targets: all ignored.
Targets assignTargets(const torch::Tensor &priors, const std::vector<std::vector<TargetBox>> &objects,
                      const torch::Tensor &classLogits, const TargetOptions &options = {});

} // namespace boxwright::ssd
