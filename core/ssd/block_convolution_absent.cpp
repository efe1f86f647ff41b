// SPDX-License-Identifier: GPL-3.0-or-later
// In the place of block_convolution.cpp where there is no oneDNN to link to.
#include "core/ssd/block_convolution.h"

namespace boxwright::ssd {

bool hasBlockConvolution(const torch::Tensor & /*images*/)
{
    return false;
}

torch::Tensor convolveRectified(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias,
                                const ConvShape &shape, int64_t /*images*/)
{
    return convolve(x, weight, bias, shape).relu_();
}

torch::Tensor withoutBlocks(const torch::Tensor &blocks, int64_t /*images*/)
{
    return blocks;
}

} // namespace boxwright::ssd
