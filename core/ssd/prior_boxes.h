// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <array>
#include <vector>

namespace boxwright::ssd {

/// Options of _contrib_MultiBoxPrior (facts 3.1). Pairs are (y, x).
struct PriorOptions
{
    std::vector<float> sizes{1.0F};
    std::vector<float> ratios{1.0F};
    bool clip = false;
    std::array<float, 2> steps{-1.0F, -1.0F}; ///< fractions of the image; <= 0: one cell
    std::array<float, 2> offsets{0.5F, 0.5F}; ///< of the centre inside its cell, in cells
};

/// Priors of a feature map of height x width cells: (height * width * A, 4) float32, corners as fractions of the image,
/// in the order y, x, prior with A = sizes - 1 + ratios. Per cell first every size with ratios[0], then ratios[1..]
/// with sizes[0]. MXNet 1.5's arithmetic, which equals the older one for ratios[0] = 1.
torch::Tensor multiboxPrior(int height, int width, const PriorOptions &options);

} // namespace boxwright::ssd
