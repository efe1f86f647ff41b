// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/vgg16.h"

#include "core/ssd/block_convolution.h"
#include "core/ssd/l2_normalize.h"
#include "core/ssd/prior_tables.h"

namespace boxwright::ssd {

namespace {

/// Start of relu4_3_scale (facts 2.3).
constexpr double kScaleStart = 20;

/// From here on the network has seven maps (facts 2.2).
constexpr int kLargeShape = 448;

constexpr int64_t kNarrowest = 64;
constexpr int64_t kFirstMapFilters = 512;
constexpr int64_t kSecondMapFilters = 1024;

/// Steps of the SSD paper for its own two sizes; automatic elsewhere (facts 2.2).
std::vector<PriorSpec> vggPriors(int imageShape)
{
    const bool isLarge = imageShape >= kLargeShape;
    std::vector<PriorSpec> specs = isLarge ? sevenMapPriors() : sixMapPriors();
    const std::vector<float> steps =
        isLarge ? std::vector<float>{8, 16, 32, 64, 128, 256, 512} : std::vector<float>{8, 16, 32, 64, 100, 300};
    if (imageShape == 300 || imageShape == 512)
        for (size_t k = 0; k < specs.size(); ++k)
            specs[k].step = steps[k] / float(imageShape);
    return specs;
}

} // namespace

Vgg16Ssd::Vgg16Ssd(const NetworkSpec &spec)
    : MxnetSsd(spec)
{
    makeBody();
    Top top;
    top.bodyMaps = {{"relu4_3", filters(kFirstMapFilters)}, {"relu7", filters(kSecondMapFilters)}};
    if (spec.imageShape >= kLargeShape)
        top.extraMaps = {{512, 2, 1}, {256, 2, 1}, {256, 2, 1}, {256, 2, 1}, {256, 1, 1}};
    else
        top.extraMaps = {{512, 2, 1}, {256, 2, 1}, {256, 1, 0}, {256, 1, 0}};
    top.priors = vggPriors(spec.imageShape);
    makeTop(top);
}

Vgg16Ssd::~Vgg16Ssd() = default;

void Vgg16Ssd::makeBody()
{
    constexpr std::array<int64_t, 5> widths{kNarrowest, 128, 256, kFirstMapFilters, 512};
    constexpr std::array<int, 5> depths{2, 2, 3, 3, 3};
    int64_t channels = 3;
    for (size_t group = 0; group < widths.size(); ++group) {
        const int64_t width = filters(widths[group]);
        m_groups.emplace_back();
        for (int k = 1; k <= depths[group]; ++k) {
            const std::string name = "conv" + std::to_string(group + 1) + "_" + std::to_string(k);
            m_groups.back().emplace_back(*this, name, ConvShape{channels, width, /*kernel=*/3});
            channels = width;
        }
    }
    const int64_t wide = filters(kSecondMapFilters);
    const ConvShape dilated{channels, wide, /*kernel=*/3, /*stride=*/1, /*groups=*/1, /*padding=*/6, /*dilation=*/6};
    m_groups.push_back({{*this, "fc6", dilated}, {*this, "fc7", ConvShape{wide, wide}}});
    m_scale = register_parameter("relu4_3_scale", torch::full({1, filters(kFirstMapFilters), 1, 1}, kScaleStart));
}

std::vector<torch::Tensor> Vgg16Ssd::bodyMaps(const torch::Tensor &images)
{
    const bool isInBlocks = hasBlockConvolution(images) && filters(kNarrowest) % kBlockChannels == 0;
    const auto plain = [&](const torch::Tensor &map) { return isInBlocks ? withoutBlocks(map, images.size(0)) : map; };
    std::vector<torch::Tensor> maps;
    torch::Tensor x = images;
    for (size_t group = 0; group < m_groups.size(); ++group) {
        for (const MxnetConv &conv : m_groups[group])
            x = isInBlocks ? conv.forwardRectified(x, images.size(0)) : conv.forward(x).relu_();
        if (group == 3) // only the heads read the normalised relu4_3
            maps.push_back(l2Normalize(plain(x).to(torch::kFloat32)) * m_scale);
        if (group < 4) // pool3 rounds up
            x = torch::max_pool2d(x, /*kernel_size=*/2, /*stride=*/2, /*padding=*/0, /*dilation=*/1,
                                  /*ceil_mode=*/group == 2);
        if (group == 4)
            x = torch::max_pool2d(x, /*kernel_size=*/3, /*stride=*/1, /*padding=*/1);
    }
    maps.push_back(plain(x));
    return maps;
}

void Vgg16Ssd::prepareForDetection(torch::ScalarType type)
{
    MxnetSsd::prepareForDetection(type);
    for (std::vector<MxnetConv> &group : m_groups)
        for (MxnetConv &conv : group)
            conv.castTo(type);
}

std::vector<int> Vgg16Ssd::bodySides() const
{
    const int quarter = imageShape() / 2 / 2;
    const int conv4 = (quarter + 1) / 2;
    return {conv4, conv4 / 2};
}

} // namespace boxwright::ssd
