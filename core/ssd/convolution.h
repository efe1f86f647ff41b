// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace boxwright::ssd {

/// Shape of a convolution with a square kernel.
struct ConvShape
{
    int64_t in = 0;
    int64_t out = 0;
    int64_t kernel = 1;
    int64_t stride = 1;
    int64_t groups = 1;
    int64_t padding = kHalfKernel;
    int64_t dilation = 1;

    static constexpr int64_t kHalfKernel = -1; ///< with a stride of 1 and no dilation it keeps the size
};

/// A convolution that always reaches oneDNN. LibTorch hands 1x1 convolutions of one thread, and small inputs of batch
/// 1, to loops of its own over BLAS: 20 to 30 times slower with the reference BLAS (measured with LibTorch 1.13).
/// Computes in the type of `x`, to which the others are cast. `bias` may be undefined.
torch::Tensor convolve(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias,
                       const ConvShape &shape);

} // namespace boxwright::ssd
