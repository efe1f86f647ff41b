// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/mxnet_layers.h"
#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// What mxnet-ssd's builder, and with it SageMaker, puts on top of a base network (facts 2.1): extra maps behind the
/// last map of the body, and a head for classes and one for boxes on each map. A base network derives from it, makes
/// its body, calls makeTop() and says what its maps are. All parameters stand flat in the module under MXNet's names
/// ("multi_feat_2_conv_1x1_conv_bias"), so that `arg:NAME` and `aux:NAME` of a params file are NAME here, one to one.
class MxnetSsd : public SsdNetworkImpl
{
public:
    SsdOutput forward(const torch::Tensor &images) final;
    [[nodiscard]] std::vector<PriorSpec> priorSpecs() const final { return m_priors; }
    [[nodiscard]] std::vector<std::pair<int, int>> featureSizes() const final;
    /// Means alone, as mxnet-ssd trains (facts 2.7).
    [[nodiscard]] Preprocessing preprocessing() const override { return {{123, 117, 104}, {1, 1, 1}}; }
    [[nodiscard]] bool isBaseWeight(const std::string &name) const final;
    /// Casts the extra maps; heads stay float32.
    void prepareForDetection(torch::ScalarType type) override;

protected:
    /// A map of the body: the name that its heads bear, and its channels.
    struct BodyMap
    {
        std::string name;
        int64_t channels = 0;
    };
    /// The 3x3 convolution of an extra map; a 1x1 convolution to max(128, filters / 2) stands before it.
    struct ExtraMap
    {
        int64_t filters = 0;
        int64_t stride = 2;
        int64_t padding = 1;
    };
    struct Top
    {
        std::vector<BodyMap> bodyMaps;
        std::vector<ExtraMap> extraMaps;
        std::vector<PriorSpec> priors; ///< one for each map, those of the body first
    };

    explicit MxnetSsd(const NetworkSpec &spec);

    /// Once, at the end of the constructor.
    void makeTop(const Top &top);
    /// The maps that the heads read; the extra maps follow the last one.
    virtual std::vector<torch::Tensor> bodyMaps(const torch::Tensor &images) = 0;
    /// Their sides, in cells.
    [[nodiscard]] virtual std::vector<int> bodySides() const = 0;

    [[nodiscard]] int imageShape() const { return m_spec.imageShape; }
    [[nodiscard]] NormRules normRules() const;
    /// The filters of a layer in this network, of those that the full one has.
    [[nodiscard]] int64_t filters(int64_t full) const { return std::max<int64_t>(1, full / m_spec.widthDivisor); }

private:
    void makeHeads(const std::string &map, int64_t channels, int priorsPerCell);

    NetworkSpec m_spec;
    std::vector<ExtraMap> m_extraMaps;
    std::vector<PriorSpec> m_priors;
    std::vector<MxnetConv> m_extra; ///< two for each extra map
    std::vector<MxnetConv> m_classHeads;
    std::vector<MxnetConv> m_boxHeads;
};

} // namespace boxwright::ssd
