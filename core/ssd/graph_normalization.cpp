// SPDX-License-Identifier: GPL-3.0-or-later
// Normalisations and softmax in its forms (mxnet src/operator/nn/batch_norm.cc, l2_normalization-inl.h,
// softmax_output-inl.h).
#include "core/ssd/graph_operator.h"

#include <QCoreApplication>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphNormalization)
};

using Value = torch::Tensor;

/// One number per channel, laid along `axis`.
Value alongAxis(const Value &values, const Value &x, int64_t axis)
{
    if (values.numel() != x.size(axis))
        refuseNode(Text::tr("there are %1 numbers for %2 channels").arg(values.numel()).arg(x.size(axis)));
    std::vector<int64_t> shape(size_t(x.dim()), 1);
    shape[size_t(axis)] = x.size(axis);
    return values.reshape(shape);
}

GraphOperation makeGraphBatchNorm(NodeAttributes &attributes)
{
    const double epsilon = attributes.number("eps", 1e-3);
    const bool isGammaFixed = attributes.flag("fix_gamma", true);
    const int64_t axis = attributes.integer("axis", 1);
    return [=](const GraphValues &in) -> GraphValues {
        const int64_t channels = axisOf(in[0], axis);
        torch::Tensor scale = (in[4] + epsilon).rsqrt();
        if (!isGammaFixed)
            scale = scale * in[1];
        const torch::Tensor shift = in[2] - in[3] * scale;
        return {torch::addcmul(alongAxis(shift, in[0], channels), in[0], alongAxis(scale, in[0], channels))};
    };
}

GraphOperation makeL2Normalization(NodeAttributes &attributes)
{
    const double epsilon = attributes.number("eps", 1e-10);
    const QString mode = attributes.text("mode", "instance");
    int64_t first = 1;
    int64_t last = -1; // behind all
    if (mode == QLatin1String("channel"))
        last = 2;
    else if (mode == QLatin1String("spatial"))
        first = 2;
    else if (mode != QLatin1String("instance"))
        attributes.refuse(Text::tr("mode \"%1\" is unknown").arg(mode));
    return [=](const GraphValues &in) -> GraphValues {
        std::vector<int64_t> axes;
        for (int64_t axis = first; axis < (last < 0 ? in[0].dim() : last); ++axis)
            axes.push_back(axisOf(in[0], axis));
        if (axes.empty())
            refuseNode(Text::tr("%1 dimensions are too few").arg(in[0].dim()));
        return {in[0] * (in[0].square().sum(axes, /*keepdim=*/true) + epsilon).rsqrt()};
    };
}

GraphOperation makeInstanceNorm(NodeAttributes &attributes)
{
    const double epsilon = attributes.number("eps", 1e-3);
    return [=](const GraphValues &in) -> GraphValues {
        return {torch::instance_norm(in[0], in[1], in[2], {}, {}, /*use_input_stats=*/true, /*momentum=*/0, epsilon,
                                     /*cudnn_enabled=*/false)};
    };
}

GraphOperation makeLocalResponseNorm(NodeAttributes &attributes)
{
    const double alpha = attributes.number("alpha", 1e-4);
    const double beta = attributes.number("beta", 0.75);
    const double start = attributes.number("knorm", 2);
    const int64_t size = attributes.integer("nsize", 1);
    constexpr int64_t kMostSize = 1024;
    if (size < 1 || size > kMostSize)
        attributes.refuse(Text::tr("nsize is %1").arg(size));
    return [=](const GraphValues &in) -> GraphValues {
        needDimensions(in[0], 4);
        namespace F = torch::nn::functional;
        return {F::local_response_norm(in[0], F::LocalResponseNormFuncOptions(size).alpha(alpha).beta(beta).k(start))};
    };
}

GraphOperation makeSoftmax(NodeAttributes &attributes)
{
    const int64_t axis = attributes.integer("axis", -1);
    const double temperature =
        attributes.text("temperature", "None") == QLatin1String("None") ? 1 : attributes.number("temperature", 1);
    if (!(temperature > 0))
        attributes.refuse(Text::tr("temperature is %1").arg(temperature));
    return [=](const GraphValues &in) -> GraphValues {
        return {torch::softmax(temperature == 1 ? in[0] : in[0] / temperature, axisOf(in[0], axis))};
    };
}

GraphOperation makeLogSoftmax(NodeAttributes &attributes)
{
    const int64_t axis = attributes.integer("axis", -1);
    return [=](const GraphValues &in) -> GraphValues { return {torch::log_softmax(in[0], axisOf(in[0], axis))}; };
}

/// Over everything but the batch.
torch::Tensor softmaxOfAll(const torch::Tensor &x)
{
    return x.dim() < 2 ? torch::softmax(x, -1) : torch::softmax(x.flatten(1), 1).reshape(x.sizes());
}

GraphOperation makeSoftmaxActivation(NodeAttributes &attributes)
{
    const QString mode = attributes.text("mode", "instance");
    if (mode == QLatin1String("channel"))
        return [](const GraphValues &in) -> GraphValues { return {torch::softmax(in[0], axisOf(in[0], 1))}; };
    if (mode != QLatin1String("instance"))
        attributes.refuse(Text::tr("mode \"%1\" is unknown").arg(mode));
    return [](const GraphValues &in) -> GraphValues { return {softmaxOfAll(in[0])}; };
}

GraphOperation makeSoftmaxOutput(NodeAttributes &attributes)
{
    if (attributes.flag("multi_output", false))
        return [](const GraphValues &in) -> GraphValues { return {torch::softmax(in[0], axisOf(in[0], 1))}; };
    if (attributes.flag("preserve_shape", false))
        return [](const GraphValues &in) -> GraphValues { return {torch::softmax(in[0], -1)}; };
    return [](const GraphValues &in) -> GraphValues { return {softmaxOfAll(in[0])}; };
}

} // namespace

std::vector<GraphOperator> normalizationOperators()
{
    return {
        {"BatchNorm", 5, 5, makeGraphBatchNorm},        {"BatchNorm_v1", 5, 5, makeGraphBatchNorm},
        {"CuDNNBatchNorm", 5, 5, makeGraphBatchNorm},   {"_contrib_SyncBatchNorm", 5, 5, makeGraphBatchNorm},
        {"L2Normalization", 1, 1, makeL2Normalization}, {"InstanceNorm", 3, 3, makeInstanceNorm},
        {"LRN", 1, 1, makeLocalResponseNorm},           {"softmax", 1, 1, makeSoftmax},
        {"log_softmax", 1, 1, makeLogSoftmax},          {"SoftmaxActivation", 1, 1, makeSoftmaxActivation},
        {"SoftmaxOutput", 1, 1, makeSoftmaxOutput},     {"Softmax", 1, 1, makeSoftmaxOutput},
    };
}

} // namespace boxwright::ssd
