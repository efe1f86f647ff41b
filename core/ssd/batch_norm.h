// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/batch_normalization.h"

namespace boxwright::ssd {

/// Batch normalisation with the names, epsilon, momentum and running statistics of torch::nn::BatchNorm2d, so that
/// torchvision's weight files fit, and with the activation behind it.
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
    NormTensors m_tensors;
    torch::Tensor m_batches;
};
TORCH_MODULE(BatchNorm);

} // namespace boxwright::ssd
