// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/convolution.h"

#include "core/ssd/devices.h"

namespace boxwright::ssd {

torch::Tensor convolve(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias,
                       const ConvShape &shape)
{
    const int64_t padding = shape.padding == ConvShape::kHalfKernel ? shape.kernel / 2 : shape.padding;
    // A single tap cannot be dilated: the number changes nothing, except that LibTorch takes oneDNN for it.
    const int64_t dilation = shape.kernel == 1 && x.is_cpu() ? 2 : shape.dilation;
    const torch::ScalarType type = x.scalar_type();
    if (weight.scalar_type() != type)
        return convolve(x, weight.to(type), bias.defined() ? bias.to(type) : bias, shape);
    const bool isDetecting = !torch::GradMode::is_enabled();
    const bool isOneDnns = x.is_cpu() && at::hasMKLDNN() &&
                           (type == torch::kFloat32 || (type == torch::kBFloat16 && hasFastBfloat16(torch::kCPU)));
    if (isDetecting && isOneDnns)
        return at::mkldnn_convolution(x, weight, bias, {padding, padding}, {shape.stride, shape.stride},
                                      {dilation, dilation}, shape.groups);
    return torch::conv2d(x, weight, bias, shape.stride, padding, dilation, shape.groups);
}

} // namespace boxwright::ssd
