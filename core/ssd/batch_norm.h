// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace boxwright::ssd {

enum class Activation
{
    None,
    Relu6
};

/// Batch normalisation with the activation behind it, in as few passes over memory as arithmetic allows: mobilenet-v2
/// on a CPU is bound by memory traffic. Training reads its input twice and writes once forward, reads input and
/// gradient twice and writes once backward; torch's own batch_norm and hardtanh_ need twice that. Works on
/// channels-last tensors (others are converted). Names, epsilon, momentum and running statistics as
/// torch::nn::BatchNorm2d, so that torchvision's weight files fit.
class BatchNormImpl : public torch::nn::Module
{
public:
    explicit BatchNormImpl(int64_t channels);

    /// `x` (B, C, H, W). In training mode batch statistics, else the running ones.
    torch::Tensor forward(const torch::Tensor &x, Activation activation);

    /// In evaluation mode y = scale * x + shift: what the convolution in front can take over.
    [[nodiscard]] torch::Tensor evaluationScale() const;
    [[nodiscard]] torch::Tensor evaluationShift() const;

private:
    torch::Tensor m_weight;
    torch::Tensor m_bias;
    torch::Tensor m_runningMean;
    torch::Tensor m_runningVar;
    torch::Tensor m_batches;
};
TORCH_MODULE(BatchNorm);

} // namespace boxwright::ssd
