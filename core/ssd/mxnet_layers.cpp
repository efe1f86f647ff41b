// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/mxnet_layers.h"

#include "core/ssd/block_convolution.h"
#include "core/ssd/conv_init.h"

namespace boxwright::ssd {

MxnetConv::MxnetConv(torch::nn::Module &owner, const std::string &name, const ConvShape &shape, Bias bias)
    : m_shape(shape)
    , m_weight(owner.register_parameter(name + "_weight",
                                        torch::empty({shape.out, shape.in / shape.groups, shape.kernel, shape.kernel})))
{
    initConvWeight(m_weight, shape.groups);
    if (bias == Bias::Yes)
        m_bias = owner.register_parameter(name + "_bias", torch::zeros({shape.out}));
}

torch::Tensor MxnetConv::forward(const torch::Tensor &x) const
{
    return convolve(x, m_weight, m_bias, m_shape);
}

torch::Tensor MxnetConv::forwardRectified(const torch::Tensor &x, int64_t images) const
{
    return convolveRectified(x, m_weight, m_bias, m_shape, images);
}

void MxnetConv::fold(const torch::Tensor &scale, const torch::Tensor &shift)
{
    const torch::NoGradGuard noGrad;
    m_weight = (m_weight * scale.view({-1, 1, 1, 1})).contiguous(torch::MemoryFormat::ChannelsLast);
    m_bias = m_bias.defined() ? m_bias * scale + shift : shift.clone();
}

void MxnetConv::castTo(torch::ScalarType type)
{
    const torch::NoGradGuard noGrad;
    m_weight = m_weight.to(type);
    if (m_bias.defined())
        m_bias = m_bias.to(type);
}

MxnetNorm::MxnetNorm(torch::nn::Module &owner, const std::string &name, int64_t channels, const NormRules &rules)
    : m_owner(&owner)
    , m_tensors{owner.register_parameter(name + "_gamma", torch::ones({channels})),
                owner.register_parameter(name + "_beta", torch::zeros({channels})),
                owner.register_buffer(name + "_moving_mean", torch::zeros({channels})),
                owner.register_buffer(name + "_moving_var", torch::ones({channels}))}
    , m_rules(rules)
{
}

torch::Tensor MxnetNorm::forward(const torch::Tensor &x, Activation activation)
{
    if (m_isFolded)
        return activate(x, activation);
    if (!m_owner->is_training())
        return normalizeRunning(x, m_tensors, m_rules, activation);
    if (m_rules.isGammaFixed) { // weight decay has moved it; MXNet sets it back at each pass
        const torch::NoGradGuard noGrad;
        m_tensors.gamma.fill_(1);
    }
    return normalizeBatch(x, m_tensors, m_rules, activation);
}

void MxnetNorm::foldInto(MxnetConv &conv)
{
    const torch::NoGradGuard noGrad;
    conv.fold(runningScale(m_tensors, m_rules), runningShift(m_tensors, m_rules));
    m_isFolded = true;
}

} // namespace boxwright::ssd
