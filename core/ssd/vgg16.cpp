// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/vgg16.h"

#include "core/ssd/conv_init.h"
#include "core/ssd/convolution.h"
#include "core/ssd/prior_tables.h"
#include "core/ssd/ssd_heads.h"

namespace boxwright::ssd {

namespace {

/// Start of relu4_3_scale and the epsilon of MXNet's L2Normalization (facts 2.3).
constexpr double kScaleStart = 20;
constexpr double kNormEpsilon = 1e-10;

struct ExtraMap
{
    int64_t channels;
    int64_t stride;
    int64_t padding;
};

/// Extra maps after fc7 (facts 2.2).
std::vector<ExtraMap> extraMaps(bool isLarge)
{
    if (isLarge)
        return {{512, 2, 1}, {256, 2, 1}, {256, 2, 1}, {256, 2, 1}, {256, 1, 1}};
    return {{512, 2, 1}, {256, 2, 1}, {256, 1, 0}, {256, 1, 0}};
}

/// x / sqrt(sum of x^2 over channels + epsilon), (B, C, H, W).
torch::Tensor l2Normalize(const torch::Tensor &x)
{
    return x * (x.square().sum(1, /*keepdim=*/true) + kNormEpsilon).rsqrt();
}

} // namespace

Vgg16Ssd::Vgg16Ssd(const NetworkSpec &spec)
    : m_spec(spec)
{
    makeBody();
    makeExtraMaps();
    makeHeads();
}

Vgg16Ssd::~Vgg16Ssd() = default;

torch::Tensor Vgg16Ssd::Conv::forward(const torch::Tensor &x) const
{
    if (dilation == 1 && padding == weight.size(2) / 2)
        return convolve(x, weight, bias, {weight.size(1), weight.size(0), weight.size(2), stride, /*groups=*/1});
    return torch::conv2d(x, weight, bias, stride, padding, dilation);
}

Vgg16Ssd::Conv Vgg16Ssd::addConv(const std::string &name, const ConvSize &size)
{
    Conv conv;
    conv.weight = register_parameter(name + "_weight", torch::empty({size.out, size.in, size.kernel, size.kernel}));
    conv.bias = register_parameter(name + "_bias", torch::zeros({size.out}));
    conv.padding = size.kernel / 2;
    initConvWeight(conv.weight);
    return conv;
}

void Vgg16Ssd::makeBody()
{
    constexpr std::array<int64_t, 5> widths{64, 128, 256, 512, 512};
    constexpr std::array<int, 5> depths{2, 2, 3, 3, 3};
    int64_t channels = 3;
    for (size_t group = 0; group < widths.size(); ++group) {
        std::vector<Conv> convs;
        for (int k = 1; k <= depths[group]; ++k) {
            const std::string name = "conv" + std::to_string(group + 1) + "_" + std::to_string(k);
            convs.push_back(addConv(name, {channels, widths[group]}));
            channels = widths[group];
        }
        m_groups.push_back(std::move(convs));
    }
    Conv fc6 = addConv("fc6", {channels, 1024});
    fc6.padding = fc6.dilation = 6;
    m_groups.push_back({fc6, addConv("fc7", {1024, 1024, /*kernel=*/1})});
    m_scale = register_parameter("relu4_3_scale", torch::full({1, 512, 1, 1}, kScaleStart));
    m_mapNames = {"relu4_3", "relu7"};
    m_mapChannels = {512, 1024};
}

void Vgg16Ssd::makeExtraMaps()
{
    for (const ExtraMap &map : extraMaps(hasSevenMaps())) {
        const std::string name = "multi_feat_" + std::to_string(m_mapNames.size()) + "_conv_";
        const int64_t reduced = std::max<int64_t>(128, map.channels / 2);
        m_extra.push_back(addConv(name + "1x1_conv", {m_mapChannels.back(), reduced, /*kernel=*/1}));
        Conv conv = addConv(name + "3x3_conv", {reduced, map.channels});
        conv.stride = map.stride;
        conv.padding = map.padding;
        m_extra.push_back(conv);
        m_mapNames.push_back(name + "3x3_relu");
        m_mapChannels.push_back(map.channels);
    }
}

void Vgg16Ssd::makeHeads()
{
    const std::vector<PriorSpec> specs = priorSpecs();
    for (size_t k = 0; k < specs.size(); ++k) {
        const int64_t priors = priorsPerCell(specs[k]);
        m_boxHeads.push_back(addConv(m_mapNames[k] + "_loc_pred_conv", {m_mapChannels[k], priors * 4}));
        m_classHeads.push_back(
            addConv(m_mapNames[k] + "_cls_pred_conv", {m_mapChannels[k], priors * (m_spec.classes + 1)}));
    }
}

std::vector<torch::Tensor> Vgg16Ssd::featureMaps(const torch::Tensor &images) const
{
    std::vector<torch::Tensor> maps;
    torch::Tensor x = images;
    for (size_t group = 0; group < m_groups.size(); ++group) {
        for (const Conv &conv : m_groups[group])
            x = conv.forward(x).relu_();
        if (group == 3) // only the heads read the normalised relu4_3
            maps.push_back(l2Normalize(x) * m_scale);
        if (group < 4) // pool3 rounds up
            x = torch::max_pool2d(x, /*kernel_size=*/2, /*stride=*/2, /*padding=*/0, /*dilation=*/1,
                                  /*ceil_mode=*/group == 2);
        if (group == 4)
            x = torch::max_pool2d(x, /*kernel_size=*/3, /*stride=*/1, /*padding=*/1);
    }
    maps.push_back(x);
    for (const Conv &conv : m_extra) {
        x = conv.forward(x).relu_();
        if (conv.weight.size(2) == 3)
            maps.push_back(x);
    }
    return maps;
}

SsdOutput Vgg16Ssd::forward(const torch::Tensor &images)
{
    const std::vector<torch::Tensor> maps = featureMaps(images);
    std::vector<torch::Tensor> classes;
    std::vector<torch::Tensor> boxes;
    for (size_t k = 0; k < maps.size(); ++k) {
        classes.push_back(flattenPredictions(m_classHeads[k].forward(maps[k]), m_spec.classes + 1));
        boxes.push_back(flattenPredictions(m_boxHeads[k].forward(maps[k]), 4));
    }
    return joinPredictions(classes, boxes);
}

std::vector<PriorSpec> Vgg16Ssd::priorSpecs() const
{
    std::vector<PriorSpec> specs = hasSevenMaps() ? sevenMapPriors() : sixMapPriors();
    // Steps of the SSD paper for its own two sizes; automatic elsewhere (facts 2.2).
    const std::vector<float> steps =
        hasSevenMaps() ? std::vector<float>{8, 16, 32, 64, 128, 256, 512} : std::vector<float>{8, 16, 32, 64, 100, 300};
    if (m_spec.imageShape == 300 || m_spec.imageShape == 512)
        for (size_t k = 0; k < specs.size(); ++k)
            specs[k].step = steps[k] / float(m_spec.imageShape);
    return specs;
}

std::vector<std::pair<int, int>> Vgg16Ssd::featureSizes() const
{
    const int quarter = m_spec.imageShape / 2 / 2;
    const int conv4 = (quarter + 1) / 2;
    std::vector<int> sides{conv4, conv4 / 2};
    for (const ExtraMap &map : extraMaps(hasSevenMaps()))
        sides.push_back((sides.back() + 2 * int(map.padding) - 3) / int(map.stride) + 1);
    std::vector<std::pair<int, int>> sizes;
    for (const int side : sides)
        sizes.emplace_back(side, side);
    return sizes;
}

bool Vgg16Ssd::isBaseWeight(const std::string &name) const
{
    return name.rfind("multi_feat_", 0) != 0 && name.rfind("relu", 0) != 0; // conv1_1 to fc7
}

Preprocessing Vgg16Ssd::preprocessing() const
{
    return {{123, 117, 104}, {1, 1, 1}}; // mxnet-ssd (facts 2.7)
}

} // namespace boxwright::ssd
