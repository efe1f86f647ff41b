// SPDX-License-Identifier: GPL-3.0-or-later
// Pooling and what changes the size of maps (mxnet src/operator/nn/pooling-inl.h, upsampling-inl.h, crop-inl.h,
// pad.cc).
#include "core/ssd/graph_operator.h"

#include <QCoreApplication>

#include <limits>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphPooling)
};

constexpr int64_t kMostPoolSpan = 4096;
constexpr int64_t kMostScale = 64;

enum class PoolType
{
    Max,
    Average,
    Sum
};

struct PoolWindow
{
    PoolType type = PoolType::Max;
    std::array<int64_t, 2> kernel{};
    std::array<int64_t, 2> stride{};
    std::array<int64_t, 2> pad{};
    bool roundsUp = false; ///< pooling_convention full
    bool countsPadding = true;

    /// Cells of the result.
    [[nodiscard]] int64_t cells(size_t i, int64_t extent) const
    {
        const int64_t free = extent + 2 * pad[i] - kernel[i];
        if (free < 0)
            refuseNode(Text::tr("the kernel is larger than the map"));
        return 1 + (roundsUp ? (free + stride[i] - 1) / stride[i] : free / stride[i]);
    }
};

/// `value` around the map so that every window is whole: what MXNet does by clipping windows.
torch::Tensor padded(const torch::Tensor &x, const PoolWindow &window, double value)
{
    std::array<int64_t, 4> sides{}; // left, right, top, bottom
    for (size_t i = 0; i < 2; ++i) {
        const int64_t extent = x.size(int64_t(i) + 2);
        const int64_t needed = (window.cells(i, extent) - 1) * window.stride[i] + window.kernel[i];
        const size_t first = i == 0 ? 2 : 0;
        sides[first] = window.pad[i];
        sides[first + 1] = needed - extent - window.pad[i];
    }
    return torch::constant_pad_nd(x, sides, value);
}

/// Sums of the windows.
torch::Tensor windowSums(const torch::Tensor &x, const PoolWindow &window)
{
    return torch::avg_pool2d(padded(x, window, 0), window.kernel, window.stride, /*padding=*/0, /*ceil_mode=*/false,
                             /*count_include_pad=*/true, /*divisor_override=*/1);
}

/// How many cells each window covers; padding counts up to one pad beyond the map.
torch::Tensor windowCounts(const torch::Tensor &x, const PoolWindow &window)
{
    if (!window.countsPadding)
        return windowSums(torch::ones({1, 1, x.size(2), x.size(3)}), window);
    PoolWindow inside = window;
    inside.pad = {0, 0};
    return windowSums(torch::ones({1, 1, x.size(2) + 2 * window.pad[0], x.size(3) + 2 * window.pad[1]}), inside);
}

torch::Tensor pool(const torch::Tensor &x, const PoolWindow &window)
{
    needDimensions(x, 4);
    needRoom({x.size(0), x.size(1), window.cells(0, x.size(2)) * window.stride[0] + window.kernel[0],
              window.cells(1, x.size(3)) * window.stride[1] + window.kernel[1]});
    if (window.type == PoolType::Max)
        return torch::max_pool2d(padded(x, window, -std::numeric_limits<double>::infinity()), window.kernel,
                                 window.stride);
    const torch::Tensor sums = windowSums(x, window);
    return window.type == PoolType::Sum ? sums : sums / windowCounts(x, window);
}

torch::Tensor poolAll(const torch::Tensor &x, PoolType type)
{
    needDimensions(x, 4);
    if (type == PoolType::Max)
        return x.amax({2, 3}, /*keepdim=*/true);
    return type == PoolType::Average ? x.mean({2, 3}, /*keepdim=*/true) : x.sum({2, 3}, /*keepdim=*/true);
}

GraphOperation makePooling(NodeAttributes &attributes)
{
    const QString type = attributes.text("pool_type", "max");
    PoolWindow window;
    if (type == QLatin1String("avg"))
        window.type = PoolType::Average;
    else if (type == QLatin1String("sum"))
        window.type = PoolType::Sum;
    else if (type != QLatin1String("max"))
        attributes.refuse(Text::tr("pool_type \"%1\" is unknown").arg(type));
    if (attributes.flag("global_pool", false))
        return [kind = window.type](const GraphValues &in) -> GraphValues { return {poolAll(in[0], kind)}; };
    window.kernel = attributes.pair("kernel", 1, {1, kMostPoolSpan});
    window.stride = attributes.pair("stride", 1, {1, kMostPoolSpan});
    window.pad = attributes.pair("pad", 0, {0, kMostPoolSpan});
    window.countsPadding = attributes.flag("count_include_pad", true);
    const QString convention = attributes.text("pooling_convention", "valid");
    window.roundsUp = convention == QLatin1String("full");
    if (!window.roundsUp && convention != QLatin1String("valid"))
        attributes.refuse(Text::tr("pooling_convention \"%1\" is unknown").arg(convention));
    const bool isPlain = !window.roundsUp && window.type == PoolType::Max && window.pad[0] <= window.kernel[0] / 2 &&
                         window.pad[1] <= window.kernel[1] / 2;
    if (isPlain)
        return [=](const GraphValues &in) -> GraphValues {
            needDimensions(in[0], 4);
            return {torch::max_pool2d(in[0], window.kernel, window.stride, window.pad)};
        };
    return [=](const GraphValues &in) -> GraphValues { return {pool(in[0], window)}; };
}

torch::Tensor enlarged(const torch::Tensor &x, int64_t height, int64_t width)
{
    needDimensions(x, 4);
    needRoom({x.size(0), x.size(1), height, width});
    return torch::upsample_nearest2d(x, {height, width});
}

GraphOperation makeUpSampling(NodeAttributes &attributes)
{
    const int64_t scale = attributes.integer("scale", 1);
    if (scale < 1 || scale > kMostScale)
        attributes.refuse(Text::tr("scale is %1").arg(scale));
    const QString type = attributes.text("sample_type", "nearest");
    const bool isSummed = attributes.text("multi_input_mode", "concat") == QLatin1String("sum");
    if (type == QLatin1String("bilinear")) // a transposed convolution with a weight of its own
        return [=](const GraphValues &in) -> GraphValues {
            if (in.size() != 2)
                refuseNode(Text::tr("the weight of bilinear upsampling is missing"));
            needDimensions(in[0], 4);
            needRoom({in[0].size(0), in[0].size(1), in[0].size(2) * scale, in[0].size(3) * scale});
            const int64_t pad = scale / 2; // of a kernel of 2 * scale - scale % 2
            return {torch::conv_transpose2d(in[0], in[1], {}, {scale, scale}, {pad, pad}, {0, 0}, in[0].size(1))};
        };
    if (type != QLatin1String("nearest"))
        attributes.refuse(Text::tr("sample_type \"%1\" is unknown").arg(type));
    return [=](const GraphValues &in) -> GraphValues {
        needDimensions(in[0], 4);
        const int64_t height = in[0].size(2) * scale;
        const int64_t width = in[0].size(3) * scale;
        GraphValues maps;
        for (const torch::Tensor &x : in)
            maps.push_back(enlarged(x, height, width));
        if (!isSummed || maps.size() == 1)
            return {maps.size() == 1 ? maps[0] : torch::cat(maps, 1)};
        for (size_t i = 1; i < maps.size(); ++i)
            maps[0] = maps[0] + maps[i];
        return {maps[0]};
    };
}

GraphOperation makeCrop(NodeAttributes &attributes)
{
    const auto offset = attributes.pair("offset", 0, {0, kMostPoolSpan * 4});
    const auto size = attributes.pair("h_w", 0, {0, kMostPoolSpan * 4});
    const bool isCentred = attributes.flag("center_crop", false);
    return [=](const GraphValues &in) -> GraphValues {
        torch::Tensor x = in[0];
        needDimensions(x, 4);
        if (in.size() == 2)
            needDimensions(in[1], 4);
        for (size_t i = 0; i < 2; ++i) {
            const auto axis = int64_t(i) + 2;
            const int64_t wanted = in.size() == 2 ? in[1].size(axis) : size[i];
            const int64_t start = isCentred ? (x.size(axis) - wanted) / 2 : offset[i];
            if (start < 0 || wanted < 1 || start + wanted > x.size(axis))
                refuseNode(Text::tr("what is to be cut out does not lie inside"));
            x = x.narrow(axis, start, wanted);
        }
        return {x};
    };
}

GraphOperation makePad(NodeAttributes &attributes)
{
    const std::vector<int64_t> widths = attributes.integers("pad_width", {});
    const QString mode = attributes.text("mode", "constant");
    const double value = attributes.number("constant_value", 0);
    const bool isSpatial = widths.size() == 8 && widths[0] == 0 && widths[1] == 0 && widths[2] == 0 && widths[3] == 0;
    if (!isSpatial)
        attributes.refuse(Text::tr("pad_width is \"%1\"; eight numbers that start with four zeros are known")
                              .arg(attributes.text("pad_width").left(60)));
    for (const int64_t width : widths)
        if (width < 0 || width > kMostPoolSpan)
            attributes.refuse(Text::tr("pad_width is \"%1\"").arg(attributes.text("pad_width").left(60)));
    if (mode != QLatin1String("constant") && mode != QLatin1String("edge") && mode != QLatin1String("reflect"))
        attributes.refuse(Text::tr("mode \"%1\" is unknown").arg(mode));
    if (!attributes.problem().isEmpty())
        return {};
    const std::array<int64_t, 4> sides{widths[6], widths[7], widths[4], widths[5]};
    return [=](const GraphValues &in) -> GraphValues {
        const torch::Tensor &x = in[0];
        needDimensions(x, 4);
        needRoom({x.size(0), x.size(1), x.size(2) + sides[2] + sides[3], x.size(3) + sides[0] + sides[1]});
        if (mode == QLatin1String("constant"))
            return {torch::constant_pad_nd(x, sides, value)};
        return {mode == QLatin1String("edge") ? torch::replication_pad2d(x, sides) : torch::reflection_pad2d(x, sides)};
    };
}

} // namespace

std::vector<GraphOperator> poolingOperators()
{
    return {
        {"Pooling", 1, 1, makePooling},
        {"Pooling_v1", 1, 1, makePooling},
        {"UpSampling", 1, -1, makeUpSampling},
        {"Crop", 1, 2, makeCrop},
        {"Pad", 1, 1, makePad},
        {"pad", 1, 1, makePad},
    };
}

} // namespace boxwright::ssd
