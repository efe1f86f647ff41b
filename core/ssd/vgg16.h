// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/mxnet_ssd.h"

namespace boxwright::ssd {

/// vgg-16 reduced with SSD heads, layer for layer the network of mxnet-ssd and SageMaker (facts 2.1 to 2.3): six maps
/// below image_shape 448, seven from there on.
class Vgg16Ssd : public MxnetSsd
{
public:
    explicit Vgg16Ssd(const NetworkSpec &spec);
    ~Vgg16Ssd() override;

    void prepareForDetection(torch::ScalarType type) override;

protected:
    std::vector<torch::Tensor> bodyMaps(const torch::Tensor &images) override;
    [[nodiscard]] std::vector<int> bodySides() const override;

private:
    void makeBody();

    std::vector<std::vector<MxnetConv>> m_groups; ///< conv1_* to conv5_*, then fc6 and fc7
    torch::Tensor m_scale;                        ///< relu4_3_scale (1, 512, 1, 1)
};

} // namespace boxwright::ssd
