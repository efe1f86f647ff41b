// SPDX-License-Identifier: GPL-3.0-or-later
// Convolutions of maps in channel blocks, by oneDNN itself where LibTorch is linked to it (see CMakeLists.txt).
#pragma once

#include "core/ssd/convolution.h"

#include <torch/torch.h>

namespace boxwright::ssd {

/// Channels of a block: what one register of AVX-512 holds.
inline constexpr int64_t kBlockChannels = 16;

/// Whether convolveRectified() takes such images: float32 on a processor with AVX-512, or bfloat16 where the processor
/// multiplies it, in a build with oneDNN 2.
bool hasBlockConvolution(const torch::Tensor &images);

/// A convolution, its bias and relu in one pass, with gradients, in the type of `x`, to which `weight` and `bias`, of
/// one type, are cast; their gradients are of their own type. In float32, 3x3 kernels of a stride of 1 go by Winograd's
/// F(4 x 4, 3 x 3), a quarter of the multiplications (Lavin and Gray, Fast Algorithms for Convolutional Neural
/// Networks, CVPR 2016, section 4.3), to which LibTorch never asks oneDNN.
/// `x` is (images, 3, H, W), without a gradient, or blocks: (images * C / 16, 16, H, W) in channels-last order, which
/// is oneDNN's nChw16c of (images, C, H, W), so that torch's poolings work on them as they are. Returns blocks; the
/// output's channels, and all but those of an image, must be a multiple of 16.
torch::Tensor convolveRectified(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias,
                                const ConvShape &shape, int64_t images);

/// Blocks as (images, C, H, W) in channels-last order.
torch::Tensor withoutBlocks(const torch::Tensor &blocks, int64_t images);

} // namespace boxwright::ssd
