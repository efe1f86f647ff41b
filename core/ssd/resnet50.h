// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/mxnet_ssd.h"

#include <optional>

namespace boxwright::ssd {

/// A bottleneck of ResNet v2 (pre-activation, He et al. 2016): norm and ReLU stand before each convolution, and the
/// sum at the end is left raw. The stride is in the 3x3 convolution; the first unit of a stage has a 1x1 convolution in
/// its shortcut, which reads the first ReLU.
class Bottleneck
{
public:
    struct Shape
    {
        int64_t in = 0;
        int64_t narrow = 0;
        int64_t out = 0;
        int64_t stride = 1;
        bool isFirst = false; ///< of its stage
        NormRules norm = kMxnetNorm;
    };
    /// Registers NAME_bn1_gamma, NAME_conv1_weight ... NAME_sc_weight in `owner`.
    Bottleneck(torch::nn::Module &owner, const std::string &name, const Shape &shape);

    torch::Tensor forward(const torch::Tensor &x);
    /// bn2 and bn3 go into the convolutions before them, whose weights are cast. bn1 stays: the raw sum before it is
    /// also read elsewhere.
    void prepareForDetection(torch::ScalarType type);

private:
    MxnetNorm m_norm1;
    MxnetConv m_conv1;
    MxnetNorm m_norm2;
    MxnetConv m_conv2;
    MxnetNorm m_norm3;
    MxnetConv m_conv3;
    std::optional<MxnetConv> m_shortcut;
};

/// resnet-50 v2 with SSD heads, node for node the network of mxnet-ssd and SageMaker (facts 2.1, 2.2, 2.4, 2.5): six
/// maps at every image_shape, automatic steps, heads and extra maps on the raw sums _plus12 and _plus15.
class Resnet50Ssd : public MxnetSsd
{
public:
    explicit Resnet50Ssd(const NetworkSpec &spec);
    ~Resnet50Ssd() override;

    void prepareForDetection(torch::ScalarType type) override;

protected:
    std::vector<torch::Tensor> bodyMaps(const torch::Tensor &images) override;
    [[nodiscard]] std::vector<int> bodySides() const override;

private:
    MxnetNorm m_dataNorm;
    MxnetConv m_stem;
    MxnetNorm m_stemNorm;
    std::vector<Bottleneck> m_units;
};

} // namespace boxwright::ssd
