// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/conv_norm.h"
#include "core/ssd/ssd_network.h"

#include <optional>

namespace boxwright::ssd {

/// An inverted residual block: widen 1x1, depthwise 3x3, narrow 1x1 without activation; the input is added where the
/// shape allows (MobileNetV2, Sandler et al. 2018, figure 4b).
class InvertedResidual
{
public:
    /// Registers itself as `name` in `owner`, with torchvision's names inside.
    InvertedResidual(torch::nn::Module &owner, const std::string &name, const ConvShape &shape, int64_t expansion);

    torch::Tensor forward(const torch::Tensor &x);
    /// The widened map alone, of which SSDLite's heads read some.
    torch::Tensor widen(const torch::Tensor &x);
    torch::Tensor narrow(const torch::Tensor &x, const torch::Tensor &widened);
    void fold(torch::ScalarType type);

private:
    std::vector<ConvNorm> m_layers; ///< [widen,] depthwise, narrow
    bool m_widens = false;
    bool m_addsInput = false;
};

/// mobilenet-v2 1.0 with SSDLite heads. Maps: the widened maps of blocks 7 (stride 8) and 14 (stride 16), the last
/// convolution (stride 32) and four extra maps of 512, 256, 256, 128 channels, each half as wide as the one before.
/// The paper's SSDLite starts at block 14; the finer map costs 4 % of the time and lets objects of 7 % of the image
/// find priors (97 % of BCCD's platelets reach IoU 0.5 with it, 31 % without).
/// Weights: "features.*" as torchvision's mobilenet_v2, then extra.*, class_heads.*, box_heads.*.
class MobileNetV2Ssd : public SsdNetworkImpl
{
public:
    explicit MobileNetV2Ssd(const NetworkSpec &spec);
    ~MobileNetV2Ssd() override;

    SsdOutput forward(const torch::Tensor &images) override;
    [[nodiscard]] std::vector<PriorSpec> priorSpecs() const override;
    [[nodiscard]] std::vector<std::pair<int, int>> featureSizes() const override;
    [[nodiscard]] Preprocessing preprocessing() const override;
    [[nodiscard]] bool isBaseWeight(const std::string &name) const override;
    void prepareForDetection(torch::ScalarType type) override;

private:
    /// 3x3 depthwise and 1x1 with bias, once for classes and once for boxes.
    struct Head
    {
        ConvNorm depthwise;
        torch::nn::Conv2d out;

        torch::Tensor forward(const torch::Tensor &map);
    };

    void makeBody();
    void makeExtraMaps();
    std::vector<Head> makeHeads(const std::string &name, int64_t width);
    void initAddedLayers();
    std::vector<torch::Tensor> featureMaps(const torch::Tensor &images);

    NetworkSpec m_spec;
    std::shared_ptr<torch::nn::Module> m_features;
    std::vector<ConvNorm> m_stemAndLast;    ///< features.0, features.18
    std::vector<InvertedResidual> m_blocks; ///< features.1 to features.17
    std::vector<ConvNorm> m_extra;          ///< three for each extra map
    std::vector<Head> m_classHeads;
    std::vector<Head> m_boxHeads;
};

} // namespace boxwright::ssd
