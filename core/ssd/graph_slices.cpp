// SPDX-License-Identifier: GPL-3.0-or-later
// Operators that cut values (mxnet src/operator/tensor/matrix_op-inl.h, slice_channel-inl.h).
#include "core/ssd/graph_operator.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphSlices)
};

using Value = torch::Tensor;

/// Where a begin or an end lies that may be missing or count from the back.
int64_t boundary(std::optional<int64_t> value, int64_t fallback, int64_t extent)
{
    if (!value)
        return fallback;
    return std::clamp<int64_t>(*value < 0 ? *value + extent : *value, 0, extent);
}

Value sliceAlong(const Value &x, int64_t axis, std::optional<int64_t> begin, std::optional<int64_t> end)
{
    const int64_t extent = x.size(axis);
    const int64_t first = boundary(begin, 0, extent);
    const int64_t last = boundary(end, extent, extent);
    if (first >= last)
        refuseNode(Text::tr("nothing is left of axis %1").arg(axis));
    return x.narrow(axis, first, last - first);
}

GraphOperation makeSliceAxis(NodeAttributes &attributes)
{
    const int64_t axis = attributes.integer("axis", 0);
    const int64_t begin = attributes.integer("begin", 0);
    const bool hasEnd = attributes.contains("end") && attributes.text("end") != QLatin1String("None");
    const std::optional<int64_t> end = hasEnd ? std::optional(attributes.integer("end", 0)) : std::nullopt;
    return [=](const GraphValues &in) -> GraphValues { return {sliceAlong(in[0], axisOf(in[0], axis), begin, end)}; };
}

GraphOperation makeSlice(NodeAttributes &attributes)
{
    const auto begin = attributes.optionalIntegers("begin");
    const auto end = attributes.optionalIntegers("end");
    const auto step = attributes.optionalIntegers("step");
    if (begin.size() != end.size())
        attributes.refuse(Text::tr("begin and end differ in length"));
    for (const std::optional<int64_t> &one : step)
        if (one.value_or(1) < 1)
            attributes.refuse(Text::tr("step is %1").arg(*one));
    return [=](const GraphValues &in) -> GraphValues {
        torch::Tensor x = in[0];
        for (size_t i = 0; i < begin.size(); ++i) {
            const int64_t axis = axisOf(x, int64_t(i));
            x = sliceAlong(x, axis, begin[i], end[i]);
            const int64_t stride = i < step.size() ? step[i].value_or(1) : 1;
            if (stride > 1)
                x = x.slice(axis, 0, x.size(axis), stride);
        }
        return {x};
    };
}

GraphOperation makeSliceLike(NodeAttributes &attributes)
{
    const std::vector<int64_t> axes = attributes.integers("axes", {});
    return [=](const GraphValues &in) -> GraphValues {
        std::vector<int64_t> cut = axes;
        if (cut.empty())
            for (int64_t axis = 0; axis < std::min(in[0].dim(), in[1].dim()); ++axis)
                cut.push_back(axis);
        torch::Tensor x = in[0];
        for (const int64_t axis : cut) {
            const int64_t along = axisOf(x, axis);
            const int64_t wanted = in[1].size(axisOf(in[1], axis));
            if (wanted > x.size(along))
                refuseNode(Text::tr("axis %1 has %2 cells, and %3 are to be cut out")
                               .arg(axis)
                               .arg(x.size(along))
                               .arg(wanted));
            x = x.narrow(along, 0, wanted);
        }
        return {x};
    };
}

GraphOperation makeSliceChannel(NodeAttributes &attributes)
{
    const int64_t count = attributes.integer("num_outputs", 1);
    const int64_t axis = attributes.integer("axis", 1);
    const bool isSqueezed = attributes.flag("squeeze_axis", false);
    return [=](const GraphValues &in) -> GraphValues {
        const int64_t along = axisOf(in[0], axis);
        if (count < 1 || count > in[0].size(along) || in[0].size(along) % count != 0)
            refuseNode(Text::tr("%1 cells cannot be cut into %2").arg(in[0].size(along)).arg(count));
        GraphValues parts = in[0].chunk(count, along);
        if (isSqueezed)
            for (torch::Tensor &part : parts)
                part = part.squeeze(along);
        return parts;
    };
}

GraphOperation makeFlip(NodeAttributes &attributes)
{
    const std::vector<int64_t> axes = attributes.integers("axis", {});
    return [=](const GraphValues &in) -> GraphValues { return {in[0].flip(axes)}; };
}

} // namespace

std::vector<GraphOperator> sliceOperators()
{
    return {
        {"slice_axis", 1, 1, makeSliceAxis},
        {"slice", 1, 1, makeSlice},
        {"crop", 1, 1, makeSlice}, // its name before 0.11
        {"slice_like", 2, 2, makeSliceLike, /*readsShapesOnly=*/true},
        {"SliceChannel", 1, 1, makeSliceChannel},
        {"split", 1, 1, makeSliceChannel},
        {"reverse", 1, 1, makeFlip},
        {"flip", 1, 1, makeFlip},
    };
}

} // namespace boxwright::ssd
