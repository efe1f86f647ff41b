// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/batch_norm.h"
#include "core/ssd/convolution.h"

#include <torch/torch.h>

namespace boxwright::ssd {

ConvShape pointwise(int64_t in, int64_t out);
ConvShape depthwise(int64_t channels, int64_t stride = 1);

/// A convolution without bias, its batch normalisation and the activation behind both: one layer of mobilenet-v2.
/// The two register themselves where the owner's weight names want them.
class ConvNorm
{
public:
    /// Registers "NAME.weight" of the convolution and the normalisation under `owner`.
    ConvNorm(torch::nn::Module &owner, const std::string &convName, const std::string &normName, const ConvShape &shape,
             Activation activation);

    torch::Tensor forward(const torch::Tensor &x);

    /// Puts the running statistics into a copy of the weights: one pass less over the result. Only for detection, after
    /// eval(): no gradients, and later changes of the weights are not seen. The copy is of that type.
    void fold(torch::ScalarType type);

private:
    ConvShape m_shape;
    Activation m_activation;
    torch::nn::Conv2d m_conv;
    BatchNorm m_norm;
    torch::Tensor m_foldedWeight; ///< defined after fold()
    torch::Tensor m_foldedBias;
};

} // namespace boxwright::ssd
