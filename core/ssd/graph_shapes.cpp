// SPDX-License-Identifier: GPL-3.0-or-later
// Operators that lay values out anew (mxnet src/operator/tensor/matrix_op-inl.h).
#include "core/ssd/graph_operator.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphShapes)
};

/// Works MXNet's codes out: 0 keep, -1 infer, -2 all that are left, -3 join two, -4 split into the two that follow.
class ShapeCodes
{
public:
    explicit ShapeCodes(std::vector<int64_t> old)
        : m_old(std::move(old))
    {
    }

    std::vector<int64_t> apply(const std::vector<int64_t> &codes)
    {
        for (size_t i = 0; i < codes.size(); ++i) {
            if (codes[i] == -4) {
                if (i + 2 >= codes.size())
                    refuseNode(Text::tr("the shape ends after -4"));
                split(codes[i + 1], codes[i + 2]);
                i += 2;
            } else {
                take(codes[i]);
            }
        }
        return m_new;
    }

private:
    int64_t next()
    {
        if (m_place >= m_old.size())
            refuseNode(Text::tr("the shape wants more dimensions than there are"));
        return m_old[m_place++];
    }

    void take(int64_t code)
    {
        if (code == 0) {
            m_new.push_back(next());
        } else if (code == -2) {
            while (m_place < m_old.size())
                m_new.push_back(next());
        } else if (code == -3) {
            const int64_t first = next();
            m_new.push_back(first * next());
        } else if (code >= -1) {
            m_new.push_back(code);
            m_place += m_place < m_old.size() ? 1 : 0;
        } else {
            refuseNode(Text::tr("the shape holds %1").arg(code));
        }
    }

    void split(int64_t first, int64_t second)
    {
        const int64_t whole = next();
        if (first == -1 && second > 0)
            first = whole / second;
        else if (second == -1 && first > 0)
            second = whole / first;
        if (first < 1 || second < 1 || first > whole || second > whole || first * second != whole)
            refuseNode(Text::tr("%1 cannot be split into %2 and %3").arg(whole).arg(first).arg(second));
        m_new.push_back(first);
        m_new.push_back(second);
    }

    std::vector<int64_t> m_old;
    std::vector<int64_t> m_new;
    size_t m_place = 0;
};

GraphOperation makeReshape(NodeAttributes &attributes)
{
    const std::vector<int64_t> codes = attributes.integers("shape", attributes.integers("target_shape", {}));
    const bool isReversed = attributes.flag("reverse", false);
    if (codes.empty())
        attributes.refuse(Text::tr("attribute shape is missing"));
    return [=](const GraphValues &in) -> GraphValues {
        std::vector<int64_t> old = in[0].sizes().vec();
        std::vector<int64_t> wanted = codes;
        if (isReversed) {
            std::reverse(old.begin(), old.end());
            std::reverse(wanted.begin(), wanted.end());
        }
        std::vector<int64_t> shape = ShapeCodes(std::move(old)).apply(wanted);
        if (isReversed)
            std::reverse(shape.begin(), shape.end());
        return {in[0].reshape(shape)};
    };
}

GraphOperation makeReshapeLike(NodeAttributes &)
{
    return [](const GraphValues &in) -> GraphValues { return {in[0].reshape(in[1].sizes())}; };
}

GraphOperation makeFlatten(NodeAttributes &)
{
    return [](const GraphValues &in) -> GraphValues {
        return {in[0].dim() < 2 ? in[0].reshape({-1, 1}) : in[0].flatten(1)};
    };
}

GraphOperation makeTranspose(NodeAttributes &attributes)
{
    const std::vector<int64_t> axes = attributes.integers("axes", {});
    return [=](const GraphValues &in) -> GraphValues {
        std::vector<int64_t> order = axes;
        if (order.empty())
            for (int64_t axis = in[0].dim() - 1; axis >= 0; --axis)
                order.push_back(axis);
        return {in[0].permute(order)};
    };
}

GraphOperation makeSwapAxis(NodeAttributes &attributes)
{
    const int64_t first = attributes.integer("dim1", 0);
    const int64_t second = attributes.integer("dim2", 0);
    return [=](const GraphValues &in) -> GraphValues { return {in[0].transpose(first, second)}; };
}

GraphOperation makeExpandDims(NodeAttributes &attributes)
{
    const int64_t axis = attributes.integer("axis", 0);
    return [=](const GraphValues &in) -> GraphValues { return {in[0].unsqueeze(axis)}; };
}

GraphOperation makeSqueeze(NodeAttributes &attributes)
{
    const bool hasAxes = attributes.contains("axis") && attributes.text("axis") != QLatin1String("None");
    std::vector<int64_t> axes = hasAxes ? attributes.integers("axis", {}) : std::vector<int64_t>();
    return [=](const GraphValues &in) -> GraphValues {
        if (!hasAxes)
            return {in[0].squeeze()};
        std::vector<int64_t> going;
        for (const int64_t axis : axes)
            going.push_back(axisOf(in[0], axis));
        std::sort(going.rbegin(), going.rend());
        torch::Tensor x = in[0];
        for (const int64_t axis : going)
            x = x.squeeze(axis);
        return {x};
    };
}

GraphOperation makeConcat(NodeAttributes &attributes)
{
    const int64_t axis = attributes.integer("dim", attributes.integer("axis", 1));
    return [=](const GraphValues &in) -> GraphValues {
        std::vector<int64_t> shape = in[0].sizes().vec();
        const int64_t along = axisOf(in[0], axis);
        for (size_t i = 1; i < in.size(); ++i) {
            shape[size_t(along)] += in[i].dim() == in[0].dim() ? in[i].size(along) : 0;
            needRoom(shape);
        }
        return {torch::cat(in, along)};
    };
}

GraphOperation makeStack(NodeAttributes &attributes)
{
    const int64_t axis = attributes.integer("axis", 0);
    return [=](const GraphValues &in) -> GraphValues {
        needRoom({int64_t(in.size()), in[0].numel()});
        return {torch::stack(in, axis)};
    };
}

std::vector<int64_t> repeated(const torch::Tensor &x, const std::vector<int64_t> &times)
{
    for (const int64_t count : times)
        needRoom({std::max<int64_t>(count, -1), x.numel()});
    return times;
}

GraphOperation makeTile(NodeAttributes &attributes)
{
    const std::vector<int64_t> times = attributes.integers("reps", {1});
    return [=](const GraphValues &in) -> GraphValues {
        std::vector<int64_t> room = repeated(in[0], times);
        room.push_back(in[0].numel());
        needRoom(room);
        return {torch::tile(in[0], times)};
    };
}

GraphOperation makeRepeat(NodeAttributes &attributes)
{
    const int64_t times = attributes.integer("repeats", 1);
    const bool hasAxis = attributes.contains("axis") && attributes.text("axis") != QLatin1String("None");
    const int64_t axis = hasAxis ? attributes.integer("axis", 0) : 0;
    return [=](const GraphValues &in) -> GraphValues {
        needRoom({times, in[0].numel()});
        return {hasAxis ? in[0].repeat_interleave(times, axisOf(in[0], axis)) : in[0].repeat_interleave(times)};
    };
}

GraphOperation makeBroadcastTo(NodeAttributes &attributes)
{
    const std::vector<int64_t> shape = attributes.integers("shape", {});
    return [=](const GraphValues &in) -> GraphValues {
        std::vector<int64_t> wanted = shape;
        for (size_t i = 0; i < wanted.size() && int64_t(i) < in[0].dim(); ++i)
            if (wanted[i] == 0) // keep
                wanted[i] = in[0].size(int64_t(i));
        needRoom(wanted);
        return {in[0].expand(wanted)};
    };
}

GraphOperation makeBroadcastAxis(NodeAttributes &attributes)
{
    const std::vector<int64_t> axes = attributes.integers("axis", {});
    const std::vector<int64_t> sizes = attributes.integers("size", {});
    if (axes.size() != sizes.size())
        attributes.refuse(Text::tr("axis and size differ in length"));
    return [=](const GraphValues &in) -> GraphValues {
        std::vector<int64_t> shape = in[0].sizes().vec();
        for (size_t i = 0; i < axes.size(); ++i)
            shape[size_t(axisOf(in[0], axes[i]))] = sizes[i];
        needRoom(shape);
        return {in[0].expand(shape)};
    };
}

GraphOperation makeBroadcastLike(NodeAttributes &)
{
    return [](const GraphValues &in) -> GraphValues { return {in[0].expand_as(in[1])}; };
}

/// `_zeros`, `_ones`, `_full`: a constant of a shape.
GraphOperation makeFilled(NodeAttributes &attributes, double value)
{
    const std::vector<int64_t> shape = attributes.integers("shape", {});
    return [=](const GraphValues &) -> GraphValues {
        needRoom(shape);
        return {torch::full(shape, value)};
    };
}

GraphOperation makeZeros(NodeAttributes &attributes)
{
    return makeFilled(attributes, 0);
}
GraphOperation makeOnes(NodeAttributes &attributes)
{
    return makeFilled(attributes, 1);
}
GraphOperation makeFull(NodeAttributes &attributes)
{
    return makeFilled(attributes, attributes.number("value", 0));
}

GraphOperation makeArange(NodeAttributes &attributes)
{
    const double start = attributes.number("start", 0);
    const bool hasStop = attributes.contains("stop") && attributes.text("stop") != QLatin1String("None");
    const double stop = hasStop ? attributes.number("stop", 0) : start;
    const double from = hasStop ? start : 0; // arange(n) is 0..n
    const double step = attributes.number("step", 1);
    const int64_t times = attributes.integer("repeat", 1);
    constexpr double kMost = 1 << 24;
    const double count = (stop - from) / step;
    if (!(count >= 0 && count <= kMost) || times < 1 || double(times) * count > kMost)
        attributes.refuse(Text::tr("it would count %1 steps").arg(count));
    return [=](const GraphValues &) -> GraphValues {
        return {torch::arange(from, stop, step, torch::kFloat32).repeat_interleave(times)};
    };
}

} // namespace

std::vector<GraphOperator> shapeOperators()
{
    return {
        {"Reshape", 1, 1, makeReshape},
        {"reshape", 1, 1, makeReshape},
        {"reshape_like", 2, 2, makeReshapeLike},
        {"Flatten", 1, 1, makeFlatten},
        {"flatten", 1, 1, makeFlatten},
        {"transpose", 1, 1, makeTranspose},
        {"SwapAxis", 1, 1, makeSwapAxis},
        {"swapaxes", 1, 1, makeSwapAxis},
        {"expand_dims", 1, 1, makeExpandDims},
        {"squeeze", 1, 1, makeSqueeze},
        {"Concat", 1, -1, makeConcat},
        {"concat", 1, -1, makeConcat},
        {"stack", 1, -1, makeStack},
        {"tile", 1, 1, makeTile},
        {"repeat", 1, 1, makeRepeat},
        {"broadcast_to", 1, 1, makeBroadcastTo},
        {"broadcast_axis", 1, 1, makeBroadcastAxis},
        {"broadcast_axes", 1, 1, makeBroadcastAxis},
        {"broadcast_like", 2, 2, makeBroadcastLike, /*readsShapesOnly=*/true},
        {"_zeros", 0, 0, makeZeros},
        {"_ones", 0, 0, makeOnes},
        {"_full", 0, 0, makeFull},
        {"_arange", 0, 0, makeArange},
    };
}

} // namespace boxwright::ssd
