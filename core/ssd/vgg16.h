// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// vgg-16 reduced with SSD heads, layer for layer the network of mxnet-ssd and SageMaker (facts 2.1 to 2.3): six maps
/// below image_shape 448, seven from there on. Its parameters stand flat in the module under MXNet's names
/// ("conv1_1_weight", "relu4_3_scale", "multi_feat_2_conv_1x1_conv_bias"), so that `arg:NAME` of a params file is the
/// parameter NAME here, one to one.
class Vgg16Ssd : public SsdNetworkImpl
{
public:
    explicit Vgg16Ssd(const NetworkSpec &spec);
    ~Vgg16Ssd() override;

    SsdOutput forward(const torch::Tensor &images) override;
    [[nodiscard]] std::vector<PriorSpec> priorSpecs() const override;
    [[nodiscard]] std::vector<std::pair<int, int>> featureSizes() const override;
    [[nodiscard]] Preprocessing preprocessing() const override;
    [[nodiscard]] bool isBaseWeight(const std::string &name) const override;

private:
    /// One convolution with bias, found by its name.
    struct Conv
    {
        torch::Tensor weight;
        torch::Tensor bias;
        int64_t stride = 1;
        int64_t padding = 1;
        int64_t dilation = 1;

        [[nodiscard]] torch::Tensor forward(const torch::Tensor &x) const;
    };
    struct ConvSize
    {
        int64_t in = 0;
        int64_t out = 0;
        int64_t kernel = 3;
    };

    Conv addConv(const std::string &name, const ConvSize &size);
    void makeBody();
    void makeExtraMaps();
    void makeHeads();
    [[nodiscard]] bool hasSevenMaps() const { return m_spec.imageShape >= 448; }
    [[nodiscard]] std::vector<torch::Tensor> featureMaps(const torch::Tensor &images) const;

    NetworkSpec m_spec;
    std::vector<std::vector<Conv>> m_groups; ///< conv1_* to conv5_*, then fc6 and fc7
    torch::Tensor m_scale;                   ///< relu4_3_scale (1, 512, 1, 1)
    std::vector<Conv> m_extra;               ///< two for each extra map
    std::vector<std::string> m_mapNames;
    std::vector<int64_t> m_mapChannels;
    std::vector<Conv> m_classHeads;
    std::vector<Conv> m_boxHeads;
};

} // namespace boxwright::ssd
