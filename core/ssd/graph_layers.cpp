// SPDX-License-Identifier: GPL-3.0-or-later
// Layers with weights and what stands behind them (mxnet src/operator/nn).
#include "core/ssd/convolution.h"
#include "core/ssd/graph_operator.h"

#include <QCoreApplication>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphLayers)
};

constexpr int64_t kMostSpan = 4096; ///< of kernels, strides and padding, in cells
constexpr int64_t kMostGroups = 65536;

using Value = torch::Tensor;

/// How a window slides over a map: height, width.
struct LayerWindow
{
    std::array<int64_t, 2> kernel{1, 1};
    std::array<int64_t, 2> stride{1, 1};
    std::array<int64_t, 2> pad{0, 0};
    std::array<int64_t, 2> dilate{1, 1};
    int64_t groups = 1;

    [[nodiscard]] int64_t outside(size_t i, int64_t extent) const
    {
        return (extent + 2 * pad[i] - dilate[i] * (kernel[i] - 1) - 1) / stride[i] + 1;
    }
};

LayerWindow readLayerWindow(NodeAttributes &attributes)
{
    LayerWindow window;
    window.kernel = attributes.pair("kernel", 1, {1, kMostSpan});
    window.stride = attributes.pair("stride", 1, {1, kMostSpan});
    window.pad = attributes.pair("pad", 0, {0, kMostSpan});
    window.dilate = attributes.pair("dilate", 1, {1, kMostSpan});
    window.groups = attributes.integer("num_group", 1);
    if (window.groups < 1 || window.groups > kMostGroups)
        attributes.refuse(Text::tr("num_group is %1").arg(window.groups));
    const QString layout = attributes.text("layout", "NCHW");
    if (layout != QLatin1String("NCHW") && layout != QLatin1String("None"))
        attributes.refuse(Text::tr("layout is %1; only NCHW is known").arg(layout));
    return window;
}

void needWeight(const torch::Tensor &weight, at::IntArrayRef shape)
{
    if (weight.sizes() == shape)
        return;
    std::ostringstream text;
    text << weight.sizes() << " / " << shape;
    refuseNode(
        Text::tr("the weight has another shape than the node needs: %1").arg(QString::fromStdString(text.str())));
}

torch::Tensor biasOf(const GraphValues &inputs)
{
    return inputs.size() > 2 ? inputs[2] : torch::Tensor();
}

GraphOperation makeGraphConvolution(NodeAttributes &attributes)
{
    const LayerWindow window = readLayerWindow(attributes);
    const int64_t filters = attributes.integer("num_filter", 0);
    const bool isSquare = window.kernel[0] == window.kernel[1] && window.stride[0] == window.stride[1] &&
                          window.pad[0] == window.pad[1] && window.dilate[0] == window.dilate[1];
    return [=](const GraphValues &in) -> GraphValues {
        const torch::Tensor &x = in[0];
        needDimensions(x, 4);
        needWeight(in[1], {filters, x.size(1) / window.groups, window.kernel[0], window.kernel[1]});
        needRoom({x.size(0), filters, window.outside(0, x.size(2)), window.outside(1, x.size(3))});
        if (isSquare)
            return {convolve(x, in[1], biasOf(in),
                             {x.size(1), filters, window.kernel[0], window.stride[0], window.groups, window.pad[0],
                              window.dilate[0]})};
        return {torch::conv2d(x, in[1], biasOf(in), window.stride, window.pad, window.dilate, window.groups)};
    };
}

GraphOperation makeDeconvolution(NodeAttributes &attributes)
{
    const LayerWindow window = readLayerWindow(attributes);
    const int64_t filters = attributes.integer("num_filter", 0);
    const std::array<int64_t, 2> adjust = attributes.pair("adj", 0, {0, kMostSpan});
    const std::array<int64_t, 2> target = attributes.pair("target_shape", 0, {0, kMostSpan});
    return [=](const GraphValues &in) -> GraphValues {
        const torch::Tensor &x = in[0];
        needDimensions(x, 4);
        needWeight(in[1], {x.size(1), filters / window.groups, window.kernel[0], window.kernel[1]});
        std::array<int64_t, 2> pad = window.pad;
        std::array<int64_t, 2> more = adjust;
        std::array<int64_t, 2> size{};
        for (size_t i = 0; i < 2; ++i) {
            const int64_t whole =
                window.stride[i] * (x.size(int64_t(i) + 2) - 1) + window.dilate[i] * (window.kernel[i] - 1) + 1;
            if (target[i] > 0) { // mxnet src/operator/nn/deconvolution-inl.h, InferPad
                more[i] = (whole - target[i]) % 2;
                pad[i] = (whole - target[i] + 1) / 2;
            }
            size[i] = whole - 2 * pad[i] + more[i];
        }
        needRoom({x.size(0), filters, size[0], size[1]});
        return {torch::conv_transpose2d(x, in[1], biasOf(in), window.stride, pad, more, window.groups, window.dilate)};
    };
}

GraphOperation makeFullyConnected(NodeAttributes &attributes)
{
    const int64_t hidden = attributes.integer("num_hidden", 0);
    const bool isFlat = attributes.flag("flatten", true);
    return [=](const GraphValues &in) -> GraphValues {
        const torch::Tensor x = isFlat && in[0].dim() > 1 ? in[0].flatten(1) : in[0];
        needWeight(in[1], {hidden, x.size(-1)});
        return {torch::linear(x, in[1], biasOf(in))};
    };
}

GraphOperation makeActivation(NodeAttributes &attributes)
{
    const QString type = attributes.text("act_type");
    if (type == QLatin1String("relu"))
        return [](const GraphValues &in) -> GraphValues { return {torch::relu(in[0])}; };
    if (type == QLatin1String("sigmoid"))
        return [](const GraphValues &in) -> GraphValues { return {torch::sigmoid(in[0])}; };
    if (type == QLatin1String("tanh"))
        return [](const GraphValues &in) -> GraphValues { return {torch::tanh(in[0])}; };
    if (type == QLatin1String("softrelu"))
        return [](const GraphValues &in) -> GraphValues { return {torch::softplus(in[0])}; };
    if (type == QLatin1String("softsign"))
        return [](const GraphValues &in) -> GraphValues { return {in[0] / (in[0].abs() + 1)}; };
    attributes.refuse(Text::tr("act_type \"%1\" is unknown").arg(type));
    return {};
}

/// One slope per channel, along axis 1.
Value slopedBy(const Value &x, const Value &slope)
{
    if (slope.numel() != 1 && (x.dim() < 2 || slope.numel() != x.size(1)))
        refuseNode(Text::tr("there are %1 slopes for other channels").arg(slope.numel()));
    std::vector<int64_t> shape(size_t(x.dim()), 1);
    if (slope.numel() != 1)
        shape[1] = x.size(1);
    return torch::where(x > 0, x, x * slope.reshape(slope.numel() == 1 ? std::vector<int64_t>{1} : shape));
}

GraphOperation makeLeakyRelu(NodeAttributes &attributes)
{
    const QString type = attributes.text("act_type", "leaky");
    const double slope = attributes.number("slope", 0.25);
    const double mean = (attributes.number("lower_bound", 0.125) + attributes.number("upper_bound", 0.334)) / 2;
    if (type == QLatin1String("leaky"))
        return [=](const GraphValues &in) -> GraphValues { return {torch::leaky_relu(in[0], slope)}; };
    if (type == QLatin1String("rrelu")) // outside training the mean of its slopes
        return [=](const GraphValues &in) -> GraphValues { return {torch::leaky_relu(in[0], mean)}; };
    if (type == QLatin1String("elu"))
        return [=](const GraphValues &in) -> GraphValues { return {torch::elu(in[0], slope)}; };
    if (type == QLatin1String("selu"))
        return [](const GraphValues &in) -> GraphValues { return {torch::selu(in[0])}; };
    if (type == QLatin1String("gelu"))
        return [](const GraphValues &in) -> GraphValues { return {torch::gelu(in[0])}; };
    if (type == QLatin1String("prelu"))
        return [](const GraphValues &in) -> GraphValues {
            if (in.size() != 2)
                refuseNode(Text::tr("the slopes are missing"));
            return {slopedBy(in[0], in[1])};
        };
    attributes.refuse(Text::tr("act_type \"%1\" is unknown").arg(type));
    return {};
}

} // namespace

std::vector<GraphOperator> layerOperators()
{
    return {
        {"Convolution", 2, 3, makeGraphConvolution}, {"Convolution_v1", 2, 3, makeGraphConvolution},
        {"Deconvolution", 2, 3, makeDeconvolution},  {"FullyConnected", 2, 3, makeFullyConnected},
        {"Activation", 1, 1, makeActivation},        {"LeakyReLU", 1, 2, makeLeakyRelu},
    };
}

} // namespace boxwright::ssd
