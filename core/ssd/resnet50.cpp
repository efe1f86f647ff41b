// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/resnet50.h"

#include "core/ssd/prior_tables.h"

namespace boxwright::ssd {

namespace {

constexpr int64_t kStemFilters = 64;

/// Units and filters of the four stages (facts 2.4).
struct ResnetStage
{
    int units;
    int64_t filters;
    int64_t stride;
};
constexpr std::array<ResnetStage, 4> kResnetStages{{{3, 256, 1}, {4, 512, 2}, {6, 1024, 2}, {3, 2048, 2}}};

/// The sums that heads read: behind the third and the fourth stage.
constexpr size_t kThirdStageEnd = 12;

NormRules withFixedGamma(NormRules rules)
{
    rules.isGammaFixed = true;
    return rules;
}

/// The map behind a convolution or pooling of stride 2 that is padded by half its kernel.
int halfSide(int side)
{
    return (side + 1) / 2;
}

} // namespace

Bottleneck::Bottleneck(torch::nn::Module &owner, const std::string &name, const Shape &shape)
    : m_norm1(owner, name + "_bn1", shape.in, shape.norm)
    , m_conv1(owner, name + "_conv1", {shape.in, shape.narrow}, MxnetConv::Bias::No)
    , m_norm2(owner, name + "_bn2", shape.narrow, shape.norm)
    , m_conv2(owner, name + "_conv2", {shape.narrow, shape.narrow, /*kernel=*/3, shape.stride}, MxnetConv::Bias::No)
    , m_norm3(owner, name + "_bn3", shape.narrow, shape.norm)
    , m_conv3(owner, name + "_conv3", {shape.narrow, shape.out}, MxnetConv::Bias::No)
{
    if (shape.isFirst)
        m_shortcut.emplace(owner, name + "_sc", ConvShape{shape.in, shape.out, /*kernel=*/1, shape.stride},
                           MxnetConv::Bias::No);
}

torch::Tensor Bottleneck::forward(const torch::Tensor &x)
{
    const torch::Tensor active = m_norm1.forward(x, Activation::Relu);
    const torch::Tensor narrow = m_norm2.forward(m_conv1.forward(active), Activation::Relu);
    const torch::Tensor spatial = m_norm3.forward(m_conv2.forward(narrow), Activation::Relu);
    const torch::Tensor shortcut = m_shortcut ? m_shortcut->forward(active) : x;
    return m_conv3.forward(spatial).add_(shortcut);
}

void Bottleneck::prepareForDetection(torch::ScalarType type)
{
    m_norm2.foldInto(m_conv1);
    m_norm3.foldInto(m_conv2);
    for (MxnetConv *conv : {&m_conv1, &m_conv2, &m_conv3})
        conv->castTo(type);
    if (m_shortcut)
        m_shortcut->castTo(type);
}

Resnet50Ssd::Resnet50Ssd(const NetworkSpec &spec)
    : MxnetSsd(spec)
    , m_dataNorm(*this, "bn_data", 3, withFixedGamma(normRules()))
    , m_stem(*this, "conv0", {3, filters(kStemFilters), /*kernel=*/7, /*stride=*/2}, MxnetConv::Bias::No)
    , m_stemNorm(*this, "bn0", filters(kStemFilters), normRules())
{
    int64_t channels = filters(kStemFilters);
    for (size_t stage = 0; stage < kResnetStages.size(); ++stage) {
        const ResnetStage &plan = kResnetStages[stage];
        for (int unit = 1; unit <= plan.units; ++unit) {
            const std::string name = "stage" + std::to_string(stage + 1) + "_unit" + std::to_string(unit);
            const bool isFirst = unit == 1;
            m_units.emplace_back(*this, name,
                                 Bottleneck::Shape{channels, filters(plan.filters / 4), filters(plan.filters),
                                                   isFirst ? plan.stride : 1, isFirst, normRules()});
            channels = filters(plan.filters);
        }
    }
    Top top;
    top.bodyMaps = {{"_plus12", filters(kResnetStages[2].filters)}, {"_plus15", filters(kResnetStages[3].filters)}};
    top.extraMaps = {{512, 2, 1}, {256, 2, 1}, {256, 2, 1}, {128, 2, 1}};
    top.priors = sixMapPriors();
    makeTop(top);
}

Resnet50Ssd::~Resnet50Ssd() = default;

std::vector<torch::Tensor> Resnet50Ssd::bodyMaps(const torch::Tensor &images)
{
    const torch::Tensor data = m_dataNorm.forward(images, Activation::None);
    torch::Tensor x = m_stemNorm.forward(m_stem.forward(data), Activation::Relu);
    x = torch::max_pool2d(x, /*kernel_size=*/3, /*stride=*/2, /*padding=*/1);
    std::vector<torch::Tensor> maps;
    for (size_t unit = 0; unit < m_units.size(); ++unit) {
        x = m_units[unit].forward(x);
        if (unit == kThirdStageEnd)
            maps.push_back(x);
    }
    maps.push_back(x);
    return maps;
}

std::vector<int> Resnet50Ssd::bodySides() const
{
    const int stride8 = halfSide(halfSide(halfSide(imageShape()))); // stem, pooling, second stage
    const int stride16 = halfSide(stride8);
    return {stride16, halfSide(stride16)};
}

void Resnet50Ssd::prepareForDetection(torch::ScalarType type)
{
    MxnetSsd::prepareForDetection(type);
    m_stemNorm.foldInto(m_stem);
    m_stem.castTo(type);
    for (Bottleneck &unit : m_units)
        unit.prepareForDetection(type);
}

} // namespace boxwright::ssd
