// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/conv_norm.h"

#include "core/ssd/conv_init.h"

namespace boxwright::ssd {

namespace {

torch::nn::Conv2d makeConv(const ConvShape &shape)
{
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(shape.in, shape.out, shape.kernel)
                                 .stride(shape.stride)
                                 .padding(shape.kernel / 2)
                                 .groups(shape.groups)
                                 .bias(false));
}

} // namespace

ConvShape pointwise(int64_t in, int64_t out)
{
    return {in, out, /*kernel=*/1, /*stride=*/1, /*groups=*/1};
}

ConvShape depthwise(int64_t channels, int64_t stride)
{
    return {channels, channels, /*kernel=*/3, stride, /*groups=*/channels};
}

ConvNorm::ConvNorm(torch::nn::Module &owner, const std::string &convName, const std::string &normName,
                   const ConvShape &shape, Activation activation)
    : m_shape(shape)
    , m_activation(activation)
    , m_conv(makeConv(shape))
    , m_norm(shape.out)
{
    initConvWeight(m_conv->weight, shape.groups);
    owner.register_module(convName, m_conv);
    owner.register_module(normName, m_norm);
}

torch::Tensor ConvNorm::forward(const torch::Tensor &x)
{
    if (!m_foldedWeight.defined())
        return m_norm->forward(convolve(x, m_conv->weight, {}, m_shape), m_activation);
    const torch::Tensor y = convolve(x, m_foldedWeight, m_foldedBias, m_shape);
    return activate(y, m_activation);
}

void ConvNorm::fold(torch::ScalarType type)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor scale = m_norm->evaluationScale();
    m_foldedWeight =
        (m_conv->weight * scale.view({-1, 1, 1, 1})).to(type).contiguous(torch::MemoryFormat::ChannelsLast);
    m_foldedBias = m_norm->evaluationShift().to(type);
}

} // namespace boxwright::ssd
