// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/batch_normalization.h"
#include "core/ssd/convolution.h"

#include <torch/torch.h>

namespace boxwright::ssd {

/// A convolution whose tensors stand flat in a network under MXNet's names, NAME_weight and NAME_bias.
class MxnetConv
{
public:
    enum class Bias
    {
        No,
        Yes
    };

    MxnetConv(torch::nn::Module &owner, const std::string &name, const ConvShape &shape, Bias bias = Bias::Yes);

    [[nodiscard]] torch::Tensor forward(const torch::Tensor &x) const;
    /// With its relu, on maps in channel blocks (block_convolution.h).
    [[nodiscard]] torch::Tensor forwardRectified(const torch::Tensor &x, int64_t images) const;

    /// Multiplies its filters and adds: for detection alone, later changes of the weights are not seen.
    void fold(const torch::Tensor &scale, const torch::Tensor &shift);
    /// Its tensors in that type, for detection alone.
    void castTo(torch::ScalarType type);

private:
    ConvShape m_shape;
    torch::Tensor m_weight;
    torch::Tensor m_bias; ///< undefined without
};

/// Rules of mxnet-ssd's ResNet (facts 2.4, 2.8).
inline constexpr NormRules kMxnetNorm{.epsilon = 2e-5, .momentum = 0.1, .isVarianceBiased = true};

/// A batch normalisation with its activation under MXNet's names: NAME_gamma, NAME_beta, NAME_moving_mean,
/// NAME_moving_var.
class MxnetNorm
{
public:
    MxnetNorm(torch::nn::Module &owner, const std::string &name, int64_t channels, const NormRules &rules = kMxnetNorm);

    /// By batch statistics while the owner is training, else by the running ones.
    torch::Tensor forward(const torch::Tensor &x, Activation activation);

    /// Gives its running statistics to the convolution in front; only the activation remains.
    void foldInto(MxnetConv &conv);

private:
    const torch::nn::Module *m_owner; ///< outlives its layers
    NormTensors m_tensors;
    NormRules m_rules;
    bool m_isFolded = false;
};

} // namespace boxwright::ssd
