// SPDX-License-Identifier: GPL-3.0-or-later
// Sums and products along axes (mxnet src/operator/tensor/broadcast_reduce_op.h, dot-inl.h).
#include "core/ssd/graph_operator.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphReductions)
};

using Reduction = torch::Tensor (*)(const torch::Tensor &x, at::IntArrayRef axes, bool keepsAxes);

torch::Tensor sumAlong(const torch::Tensor &x, at::IntArrayRef axes, bool keepsAxes)
{
    return x.sum(axes, keepsAxes);
}
torch::Tensor meanAlong(const torch::Tensor &x, at::IntArrayRef axes, bool keepsAxes)
{
    return x.mean(axes, keepsAxes);
}
torch::Tensor maxAlong(const torch::Tensor &x, at::IntArrayRef axes, bool keepsAxes)
{
    return x.amax(axes, keepsAxes);
}
torch::Tensor minAlong(const torch::Tensor &x, at::IntArrayRef axes, bool keepsAxes)
{
    return x.amin(axes, keepsAxes);
}

/// The axes that go: those given, or all others with `exclude`; all where none is given.
std::vector<int64_t> reducedAxes(const torch::Tensor &x, const std::vector<int64_t> &given, bool isExcluding)
{
    std::vector<int64_t> named;
    for (const int64_t axis : given)
        named.push_back(axisOf(x, axis));
    std::vector<int64_t> axes;
    for (int64_t axis = 0; axis < x.dim(); ++axis) {
        const bool isNamed = std::find(named.begin(), named.end(), axis) != named.end();
        if (named.empty() || isNamed != isExcluding)
            axes.push_back(axis);
    }
    return axes;
}

template<Reduction reduce>
GraphOperation makeReduction(NodeAttributes &attributes)
{
    const bool hasAxes = attributes.contains("axis") && attributes.text("axis") != QLatin1String("None");
    const std::vector<int64_t> axes = hasAxes ? attributes.integers("axis", {}) : std::vector<int64_t>();
    const bool keepsAxes = attributes.flag("keepdims", false);
    const bool isExcluding = attributes.flag("exclude", false);
    return [=](const GraphValues &in) -> GraphValues {
        torch::Tensor result = reduce(in[0], reducedAxes(in[0], axes, isExcluding), keepsAxes);
        return {result.dim() == 0 ? result.reshape({1}) : result}; // MXNet 1.x has no scalars
    };
}

GraphOperation makeArgMax(NodeAttributes &attributes)
{
    const int64_t axis = attributes.integer("axis", 1);
    const bool keepsAxes = attributes.flag("keepdims", false);
    return [=](const GraphValues &in) -> GraphValues {
        return {in[0].argmax(axisOf(in[0], axis), keepsAxes).to(torch::kFloat32)};
    };
}

GraphOperation makeDot(NodeAttributes &attributes)
{
    const bool flipsFirst = attributes.flag("transpose_a", false);
    const bool flipsSecond = attributes.flag("transpose_b", false);
    return [=](const GraphValues &in) -> GraphValues {
        if (in[0].dim() != in[1].dim() || in[0].dim() < 2 || in[0].dim() > 3)
            refuseNode(Text::tr("only matrices can be multiplied"));
        const torch::Tensor a = flipsFirst ? in[0].transpose(-1, -2) : in[0];
        const torch::Tensor b = flipsSecond ? in[1].transpose(-1, -2) : in[1];
        needRoom({a.dim() == 3 ? a.size(0) : 1, a.size(-2), b.size(-1)});
        return {torch::matmul(a, b)};
    };
}

} // namespace

std::vector<GraphOperator> reductionOperators()
{
    return {
        {"sum", 1, 1, makeReduction<sumAlong>},
        {"sum_axis", 1, 1, makeReduction<sumAlong>},
        {"mean", 1, 1, makeReduction<meanAlong>},
        {"max", 1, 1, makeReduction<maxAlong>},
        {"max_axis", 1, 1, makeReduction<maxAlong>},
        {"min", 1, 1, makeReduction<minAlong>},
        {"min_axis", 1, 1, makeReduction<minAlong>},
        {"argmax", 1, 1, makeArgMax},
        {"dot", 2, 2, makeDot},
        {"batch_dot", 2, 2, makeDot},
    };
}

} // namespace boxwright::ssd
