// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/resnet_onnx.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>
#include <cstring>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResnetOnnx)
};

constexpr double kOurEpsilon = 2e-5;
constexpr double kOnnxEpsilon = 1e-5; // the default of BatchNormalization

/// Input of the zoo's model: (x / 255 - mean) / deviation.
constexpr std::array<double, 3> kZooMean{0.485, 0.456, 0.406};
constexpr std::array<double, 3> kZooDeviation{0.229, 0.224, 0.225};

std::vector<float> floatsOf(const TensorView &view)
{
    std::vector<float> values(static_cast<size_t>(view.bytes.size()) / sizeof(float));
    std::memcpy(values.data(), view.bytes.data(), values.size() * sizeof(float));
    return values;
}

/// Walks from the input to the last unit, taking the weights as it goes.
class Walk
{
public:
    Walk(const OnnxGraph &graph, const InputScale &scale)
        : m_graph(graph)
        , m_scale(scale)
    {
        for (size_t i = 0; i < graph.nodes.size(); ++i)
            for (const QByteArray &input : graph.nodes[i].inputs)
                m_readers[input] << static_cast<int>(i);
        for (const TensorView &view : graph.initialisers.tensors)
            m_weights.insert(view.name.toUtf8(), &view);
    }

    Result<WeightArrays> run();

private:
    bool walkUnit(const QString &unit);
    /// The one reader of `tensor` with that operator; nullptr where there is none.
    [[nodiscard]] const OnnxNode *reader(const QByteArray &tensor, const char *op) const;
    /// Goes through it to its output; false where it is not there.
    bool pass(QByteArray &tensor, const char *op) const;
    bool takeNorm(QByteArray &tensor, const QString &name);
    bool takeConv(QByteArray &tensor, const QString &name);
    bool takeConv(const OnnxNode &node, const QString &name);
    bool takeInputNorm(QByteArray &tensor);
    [[nodiscard]] QByteArray firstInput() const;
    [[nodiscard]] const TensorView *weight(const OnnxNode &node, int input) const;
    void put(const QString &name, const std::vector<float> &values);

    const OnnxGraph &m_graph;
    const InputScale &m_scale;
    QHash<QByteArray, QList<int>> m_readers;
    QHash<QByteArray, const TensorView *> m_weights;
    QByteArray m_tensor; ///< where the walk is
    QString m_place;     ///< what was looked for last
    WeightArrays m_arrays;
};

QByteArray Walk::firstInput() const
{
    for (const QByteArray &input : m_graph.inputs) {
        if (!m_weights.contains(input) && m_readers.contains(input))
            return input;
    }
    return {};
}

const OnnxNode *Walk::reader(const QByteArray &tensor, const char *op) const
{
    const QList<int> readers = m_readers.value(tensor);
    for (const int index : readers) {
        const OnnxNode &node = m_graph.nodes[static_cast<size_t>(index)];
        if (node.op == op && !node.outputs.isEmpty())
            return &node;
    }
    return nullptr;
}

bool Walk::pass(QByteArray &tensor, const char *op) const
{
    const OnnxNode *node = reader(tensor, op);
    if (node)
        tensor = node->outputs.constFirst();
    return node != nullptr;
}

const TensorView *Walk::weight(const OnnxNode &node, int input) const
{
    const TensorView *view = input < node.inputs.size() ? m_weights.value(node.inputs[input]) : nullptr;
    return view && view->type == TensorType::Float32 ? view : nullptr;
}

void Walk::put(const QString &name, const std::vector<float> &values)
{
    m_arrays.made.push_back(QByteArray(reinterpret_cast<const char *>(values.data()),
                                       static_cast<qsizetype>(values.size() * sizeof(float))));
    m_arrays.tensors.push_back(
        {name, TensorType::Float32, {static_cast<qint64>(values.size())}, m_arrays.made.constLast()});
}

bool Walk::takeConv(const OnnxNode &node, const QString &name)
{
    m_place = name;
    const TensorView *kernel = weight(node, 1);
    if (!kernel || node.inputs.size() > 2) // none of them has a bias
        return false;
    m_arrays.tensors.push_back({name + QStringLiteral("_weight"), kernel->type, kernel->shape, kernel->bytes});
    return true;
}

bool Walk::takeConv(QByteArray &tensor, const QString &name)
{
    m_place = name;
    const OnnxNode *node = reader(tensor, "Conv");
    if (!node || !takeConv(*node, name))
        return false;
    tensor = node->outputs.constFirst();
    return true;
}

bool Walk::takeNorm(QByteArray &tensor, const QString &name)
{
    m_place = name;
    const OnnxNode *node = reader(tensor, "BatchNormalization");
    if (!node)
        return false;
    constexpr std::array kParts{"_gamma", "_beta", "_moving_mean"};
    for (int part = 0; part < 3; ++part) {
        const TensorView *view = weight(*node, part + 1);
        if (!view)
            return false;
        m_arrays.tensors.push_back(
            {name + QLatin1String(kParts[static_cast<size_t>(part)]), view->type, view->shape, view->bytes});
    }
    const TensorView *variance = weight(*node, 4);
    if (!variance)
        return false;
    std::vector<float> values = floatsOf(*variance);
    for (float &value : values)
        value = static_cast<float>(double{value} + double{node->epsilon.value_or(kOnnxEpsilon)} - kOurEpsilon);
    put(name + QStringLiteral("_moving_var"), values);
    tensor = node->outputs.constFirst();
    return true;
}

/// bn_data normalises the zoo's input, x' = (x / 255 - m) / s, and has neither scale nor shift; ours gets
/// (x - mean) / deviation, so its statistics are those of x', rewritten.
bool Walk::takeInputNorm(QByteArray &tensor)
{
    m_place = QStringLiteral("bn_data");
    const OnnxNode *node = reader(tensor, "BatchNormalization");
    const TensorView *mean = node ? weight(*node, 3) : nullptr;
    const TensorView *variance = node ? weight(*node, 4) : nullptr;
    if (!mean || !variance)
        return false;
    std::vector<float> means = floatsOf(*mean);
    std::vector<float> variances = floatsOf(*variance);
    if (means.size() != kZooMean.size() || variances.size() != kZooMean.size())
        return false;
    for (size_t i = 0; i < means.size(); ++i) {
        const double width = 255 * kZooDeviation[i]; // pixels to a unit of x'
        const double pixel = 255 * kZooMean[i] + width * double{means[i]};
        const double scale = width / m_scale.deviation[i];
        means[i] = static_cast<float>((pixel - m_scale.mean[i]) / m_scale.deviation[i]);
        const double spread = double{variances[i]} + double{node->epsilon.value_or(kOnnxEpsilon)};
        variances[i] = static_cast<float>(scale * scale * spread - kOurEpsilon);
    }
    put(QStringLiteral("bn_data_gamma"), {1, 1, 1});
    put(QStringLiteral("bn_data_beta"), {0, 0, 0});
    put(QStringLiteral("bn_data_moving_mean"), means);
    put(QStringLiteral("bn_data_moving_var"), variances);
    tensor = node->outputs.constFirst();
    return true;
}

/// bn1, relu, and from there the three convolutions and perhaps the shortcut's, which is the one that goes into the
/// sum.
bool Walk::walkUnit(const QString &unit)
{
    QByteArray activated = m_tensor;
    if (!takeNorm(activated, unit + QStringLiteral("_bn1")) || !pass(activated, "Relu"))
        return false;
    QByteArray main;
    for (const int index : m_readers.value(activated)) {
        const OnnxNode &node = m_graph.nodes[static_cast<size_t>(index)];
        if (node.op != "Conv" || node.outputs.isEmpty())
            continue;
        const bool isShortcut = reader(node.outputs.constFirst(), "Add") != nullptr;
        if (!takeConv(node, unit + (isShortcut ? QStringLiteral("_sc") : QStringLiteral("_conv1"))))
            return false;
        if (!isShortcut)
            main = node.outputs.constFirst();
    }
    for (const int part : {2, 3}) {
        const QString number = QString::number(part);
        if (!takeNorm(main, unit + QStringLiteral("_bn") + number) || !pass(main, "Relu") ||
            !takeConv(main, unit + QStringLiteral("_conv") + number))
            return false;
    }
    m_place = unit + QStringLiteral(" Add");
    if (!pass(main, "Add"))
        return false;
    m_tensor = main;
    return true;
}

Result<WeightArrays> Walk::run()
{
    m_tensor = firstInput();
    bool isFollowed = takeInputNorm(m_tensor) && takeConv(m_tensor, QStringLiteral("conv0")) &&
                      takeNorm(m_tensor, QStringLiteral("bn0")) && pass(m_tensor, "Relu") && pass(m_tensor, "MaxPool");
    constexpr std::array kUnits{3, 4, 6, 3};
    for (size_t stage = 0; isFollowed && stage < kUnits.size(); ++stage) {
        for (int unit = 1; isFollowed && unit <= kUnits[stage]; ++unit)
            isFollowed = walkUnit(QStringLiteral("stage%1_unit%2").arg(stage + 1).arg(unit));
    }
    if (!isFollowed)
        return failure(
            Text::tr("its graph is not that of a pre-activation ResNet-50: %1 is not where it belongs").arg(m_place));
    return std::move(m_arrays);
}

} // namespace

Result<WeightArrays> resnetFromOnnx(const OnnxGraph &graph, const InputScale &scale)
{
    return Walk(graph, scale).run();
}

} // namespace boxwright
