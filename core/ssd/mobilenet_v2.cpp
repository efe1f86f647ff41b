// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/mobilenet_v2.h"

#include "core/ssd/prior_tables.h"
#include "core/ssd/ssd_heads.h"

namespace boxwright::ssd {

namespace {

/// MobileNetV2, table 2: expansion, output channels, repeats, first stride.
struct Stage
{
    int64_t expansion;
    int64_t channels;
    int repeats;
    int64_t stride;
};
constexpr std::array<Stage, 7> kStages{
    {{1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}}};
constexpr int64_t kStemChannels = 32;
constexpr int64_t kLastChannels = 1280;

/// Blocks (features.N) whose widened maps the heads read.
constexpr size_t kFineBlock = 7;
constexpr size_t kCoarseBlock = 14;

/// Channels of the maps that the heads read, in order.
constexpr std::array<int64_t, 7> kMapChannels{192, 576, kLastChannels, 512, 256, 256, 128};
constexpr size_t kFirstExtra = 3;

using HolderPtr = std::shared_ptr<torch::nn::Module>;

/// A module without a forward of its own: one level of a weight file's dotted names.
HolderPtr addHolder(torch::nn::Module &owner, const std::string &name)
{
    return owner.register_module(name, std::make_shared<torch::nn::Module>());
}

/// The map behind a 3x3 convolution of stride 2 and padding 1.
int halved(int size)
{
    return (size + 1) / 2;
}

} // namespace

InvertedResidual::InvertedResidual(torch::nn::Module &owner, const std::string &name, const ConvShape &shape,
                                   int64_t expansion)
    : m_widens(expansion != 1)
    , m_addsInput(shape.stride == 1 && shape.in == shape.out)
{
    const HolderPtr conv = addHolder(*addHolder(owner, name), "conv");
    const int64_t wide = shape.in * expansion;
    int child = 0;
    const auto addLayer = [&](const ConvShape &layer) {
        const HolderPtr holder = addHolder(*conv, std::to_string(child++));
        m_layers.emplace_back(*holder, "0", "1", layer, Activation::Relu6);
    };
    if (m_widens)
        addLayer(pointwise(shape.in, wide));
    addLayer(depthwise(wide, shape.stride));
    const std::string convName = std::to_string(child);
    m_layers.emplace_back(*conv, convName, std::to_string(child + 1), pointwise(wide, shape.out), Activation::None);
}

torch::Tensor InvertedResidual::widen(const torch::Tensor &x)
{
    return m_widens ? m_layers.front().forward(x) : x;
}

torch::Tensor InvertedResidual::narrow(const torch::Tensor &x, const torch::Tensor &widened)
{
    const size_t first = m_layers.size() - 2;
    torch::Tensor y = m_layers[first + 1].forward(m_layers[first].forward(widened));
    return m_addsInput ? y.add_(x) : y;
}

torch::Tensor InvertedResidual::forward(const torch::Tensor &x)
{
    return narrow(x, widen(x));
}

void InvertedResidual::fold(torch::ScalarType type)
{
    for (ConvNorm &layer : m_layers)
        layer.fold(type);
}

MobileNetV2Ssd::MobileNetV2Ssd(const NetworkSpec &spec)
    : m_spec(spec)
{
    makeBody();
    makeExtraMaps();
    m_classHeads = makeHeads("class_heads", spec.classes + 1);
    m_boxHeads = makeHeads("box_heads", 4);
    initAddedLayers();
}

MobileNetV2Ssd::~MobileNetV2Ssd() = default;

void MobileNetV2Ssd::makeBody()
{
    m_features = addHolder(*this, "features");
    m_stemAndLast.emplace_back(*addHolder(*m_features, "0"), "0", "1",
                               ConvShape{3, kStemChannels, /*kernel=*/3, /*stride=*/2}, Activation::Relu6);
    int64_t channels = kStemChannels;
    for (const Stage &stage : kStages) {
        for (int repeat = 0; repeat < stage.repeats; ++repeat) {
            const ConvShape shape{channels, stage.channels, 3, repeat == 0 ? stage.stride : 1};
            m_blocks.emplace_back(*m_features, std::to_string(m_blocks.size() + 1), shape, stage.expansion);
            channels = stage.channels;
        }
    }
    m_stemAndLast.emplace_back(*addHolder(*m_features, std::to_string(m_blocks.size() + 1)), "0", "1",
                               pointwise(channels, kLastChannels), Activation::Relu6);
}

void MobileNetV2Ssd::makeExtraMaps()
{
    const HolderPtr extra = addHolder(*this, "extra");
    for (size_t k = kFirstExtra; k < kMapChannels.size(); ++k) {
        const HolderPtr map = addHolder(*extra, std::to_string(k - kFirstExtra));
        const int64_t in = kMapChannels[k - 1];
        const int64_t out = kMapChannels[k];
        const std::array<ConvShape, 3> layers{pointwise(in, out / 2), depthwise(out / 2, 2), pointwise(out / 2, out)};
        for (size_t i = 0; i < layers.size(); ++i)
            m_extra.emplace_back(*addHolder(*map, std::to_string(i)), "0", "1", layers[i], Activation::Relu6);
    }
}

torch::Tensor MobileNetV2Ssd::Head::forward(const torch::Tensor &map)
{
    const torch::Tensor x = depthwise.forward(map).to(torch::kFloat32);
    return convolve(x, out->weight, out->bias, pointwise(x.size(1), out->weight.size(0)));
}

std::vector<MobileNetV2Ssd::Head> MobileNetV2Ssd::makeHeads(const std::string &name, int64_t width)
{
    const HolderPtr heads = addHolder(*this, name);
    const std::vector<PriorSpec> specs = priorSpecs();
    std::vector<Head> made;
    for (size_t k = 0; k < kMapChannels.size(); ++k) {
        const HolderPtr head = addHolder(*heads, std::to_string(k));
        const int64_t channels = kMapChannels[k];
        torch::nn::Conv2d out(torch::nn::Conv2dOptions(channels, priorsPerCell(specs[k]) * width, /*kernel_size=*/1));
        torch::nn::init::zeros_(out->bias);
        made.push_back({ConvNorm(*addHolder(*head, "0"), "0", "1", depthwise(channels), Activation::Relu6), out});
        head->register_module("1", out);
    }
    return made;
}

/// As torchvision's SSDLite: normal, 0.03. Behind a batch norm the size of a weight only sets how fast it turns, and
/// Xavier's depthwise weights, ten times as large, learn a hundred times slower than what they stand on.
void MobileNetV2Ssd::initAddedLayers()
{
    constexpr double kDeviation = 0.03;
    const torch::NoGradGuard noGrad;
    for (auto &entry : named_parameters()) {
        if (!isBaseWeight(entry.key()) && entry.value().dim() == 4)
            entry.value().normal_(0, kDeviation);
    }
}

std::vector<torch::Tensor> MobileNetV2Ssd::featureMaps(const torch::Tensor &images)
{
    std::vector<torch::Tensor> maps;
    torch::Tensor x = m_stemAndLast.front().forward(images.contiguous(torch::MemoryFormat::ChannelsLast));
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        const torch::Tensor widened = m_blocks[i].widen(x);
        if (i + 1 == kFineBlock || i + 1 == kCoarseBlock)
            maps.push_back(widened);
        x = m_blocks[i].narrow(x, widened);
    }
    maps.push_back(m_stemAndLast.back().forward(x));
    for (size_t i = 0; i < m_extra.size(); i += 3)
        maps.push_back(m_extra[i + 2].forward(m_extra[i + 1].forward(m_extra[i].forward(maps.back()))));
    return maps;
}

SsdOutput MobileNetV2Ssd::forward(const torch::Tensor &images)
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

std::vector<PriorSpec> MobileNetV2Ssd::priorSpecs() const
{
    return sevenMapPriors();
}

std::vector<std::pair<int, int>> MobileNetV2Ssd::featureSizes() const
{
    // Strides 8, 16, 32 of the body, then one halving for each extra map.
    int size = halved(halved(halved(m_spec.imageShape)));
    std::vector<std::pair<int, int>> sizes;
    for (size_t k = 0; k < kMapChannels.size(); ++k) {
        sizes.emplace_back(size, size);
        size = halved(size);
    }
    return sizes;
}

Preprocessing MobileNetV2Ssd::preprocessing() const
{
    // ImageNet statistics as torchvision's weights want them, in units of 0..255.
    return {{0.485F * 255, 0.456F * 255, 0.406F * 255}, {0.229F * 255, 0.224F * 255, 0.225F * 255}};
}

bool MobileNetV2Ssd::isBaseWeight(const std::string &name) const
{
    return name.rfind("features.", 0) == 0;
}

void MobileNetV2Ssd::prepareForDetection(torch::ScalarType type)
{
    eval();
    for (std::vector<ConvNorm> *layers : {&m_stemAndLast, &m_extra})
        for (ConvNorm &layer : *layers)
            layer.fold(type);
    for (InvertedResidual &block : m_blocks)
        block.fold(type);
    for (std::vector<Head> *heads : {&m_classHeads, &m_boxHeads})
        for (Head &head : *heads)
            head.depthwise.fold(type);
}

} // namespace boxwright::ssd
