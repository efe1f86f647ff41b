// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/ssd_recognition.h"

#include "core/sagemaker/graph_comparison.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SsdRecognition)
};

constexpr int kLeastShape = 300;
constexpr int kMostShape = 4096;
constexpr int kVggFilters = 64; ///< of the first convolution, in both networks

std::optional<int> shapeFrom(const QString &text)
{
    bool isNumber = false;
    const int shape = text.toInt(&isNumber);
    return isNumber && shape >= kLeastShape && shape <= kMostShape ? std::optional(shape) : std::nullopt;
}

/// What the detections are computed from: logits before the softmax, box offsets, priors.
std::optional<std::vector<SymbolOutput>> predictionsOf(const SymbolGraph &graph, int detection)
{
    const SymbolNode &node = graph.nodes[size_t(detection)];
    if (node.inputs.size() != 3)
        return std::nullopt;
    const SymbolNode &softmax = graph.nodes[size_t(node.inputs[0].node)];
    const bool isSoftmax =
        softmax.op == QLatin1String("SoftmaxOutput") || softmax.op == QLatin1String("SoftmaxActivation");
    if (!isSoftmax || softmax.inputs.empty())
        return std::nullopt;
    return std::vector<SymbolOutput>{softmax.inputs[0], node.inputs[1], node.inputs[2]};
}

/// The first node of that operator that the outputs need.
const SymbolNode *firstOf(const SymbolGraph &graph, const std::vector<int> &order, const char *op)
{
    for (const int index : order)
        if (graph.nodes[size_t(index)].op == QLatin1String(op))
            return &graph.nodes[size_t(index)];
    return nullptr;
}

/// What the network must be if it is one of ours; the comparison tells whether it is.
std::optional<SsdSymbolSpec> guessSpec(const ModelArtifact &artifact, const std::vector<SymbolOutput> &outputs)
{
    const SymbolGraph &graph = artifact.graph;
    const Result<std::vector<int>> order = graph.evaluationOrder(outputs);
    if (!order)
        return std::nullopt;
    const SymbolNode *first = firstOf(graph, *order, "Convolution");
    const SymbolNode *rows = nullptr; // of the classes: the last one before the transpose
    const SymbolNode &logits = graph.nodes[size_t(outputs[0].node)];
    if (logits.op == QLatin1String("transpose") && logits.inputs.size() == 1)
        rows = &graph.nodes[size_t(logits.inputs[0].node)];
    if (first == nullptr || rows == nullptr || rows->op != QLatin1String("Reshape"))
        return std::nullopt;
    const Result<qint64> filters = first->attributes.integer(QStringLiteral("num_filter"), 0);
    const Result<std::vector<qint64>> shape = rows->attributes.integers(QStringLiteral("shape"), {});
    constexpr qint64 kMostClasses = 10'000;
    if (!filters || *filters < 1 || *filters > kVggFilters || kVggFilters % *filters != 0 || !shape ||
        shape->size() != 3 || (*shape)[2] < 2 || (*shape)[2] > kMostClasses)
        return std::nullopt;
    SsdSymbolSpec spec;
    spec.baseNetwork =
        firstOf(graph, *order, "L2Normalization") != nullptr ? QStringLiteral("vgg-16") : QStringLiteral("resnet-50");
    spec.imageShape = artifactImageShape(artifact);
    spec.classes = int((*shape)[2]) - 1;
    spec.divisor = kVggFilters / int(*filters);
    return spec;
}

/// Spells the detection operator's settings as the artifact does, so that a graph can be written back.
void takeNms(const SymbolNode &detection, SsdSymbolSpec &spec)
{
    spec.nmsThreshold = detection.attributes.text(QStringLiteral("nms_threshold"), QStringLiteral("0.5"));
    spec.nmsTopk = detection.attributes.text(QStringLiteral("nms_topk"), QStringLiteral("-1"));
}

} // namespace

Result<std::optional<DetectionNode>> findDetectionNode(const SymbolGraph &graph)
{
    const auto found = std::find_if(graph.nodes.begin(), graph.nodes.end(), [](const SymbolNode &node) {
        return node.op == QLatin1String("_contrib_MultiBoxDetection") || node.op == QLatin1String("MultiBoxDetection");
    });
    if (found == graph.nodes.end())
        return std::optional<DetectionNode>();
    const SymbolAttributes &attributes = found->attributes;
    const auto threshold = attributes.number(QStringLiteral("threshold"), 0.01);
    const auto nms = attributes.number(QStringLiteral("nms_threshold"), 0.5);
    const auto topk = attributes.integer(QStringLiteral("nms_topk"), -1);
    const auto force = attributes.flag(QStringLiteral("force_suppress"), false);
    const auto clip = attributes.flag(QStringLiteral("clip"), true);
    const auto variances = attributes.numbers(QStringLiteral("variances"), {0.1, 0.1, 0.2, 0.2});
    for (const Error *error :
         {threshold ? nullptr : &threshold.error(), nms ? nullptr : &nms.error(), topk ? nullptr : &topk.error(),
          force ? nullptr : &force.error(), clip ? nullptr : &clip.error(), variances ? nullptr : &variances.error()})
        if (error != nullptr)
            return failure(Text::tr("node %1 (%2): %3").arg(found->name, found->op, error->message));
    if (variances->size() != 4)
        return failure(Text::tr("node %1 (%2): variances has %3 numbers instead of 4")
                           .arg(found->name, found->op)
                           .arg(variances->size()));
    DetectionNode node{int(found - graph.nodes.begin()), *threshold, *nms, 0, *force, *clip, {}};
    node.nmsTopk = int(std::clamp<qint64>(*topk, -1, 1 << 30));
    std::copy(variances->begin(), variances->end(), node.variances.begin());
    return std::optional(node);
}

std::optional<RecognizedSsd> recognizeSsd(const ModelArtifact &artifact)
{
    const Result<std::optional<DetectionNode>> detection = findDetectionNode(artifact.graph);
    if (!detection || !*detection)
        return std::nullopt;
    const auto theirs = predictionsOf(artifact.graph, (*detection)->node);
    if (!theirs)
        return std::nullopt;
    std::optional<SsdSymbolSpec> spec = guessSpec(artifact, *theirs);
    const std::array<double, 4> usual{0.1, 0.1, 0.2, 0.2};
    if (!spec || (*detection)->variances != usual)
        return std::nullopt;
    const SymbolGraph ours = ssdTrainingSymbol(*spec);
    const int ourDetection = ours.indexOf(QStringLiteral("detection"));
    std::optional<QMap<QString, QString>> names =
        matchGraphs({ours, *predictionsOf(ours, ourDetection)}, {artifact.graph, *theirs});
    if (!names)
        return std::nullopt;
    names->remove(QStringLiteral("data"));
    takeNms(artifact.graph.nodes[size_t((*detection)->node)], *spec);
    return RecognizedSsd{*spec, std::move(*names)};
}

int artifactImageShape(const ModelArtifact &artifact)
{
    if (const auto shape = shapeFrom(artifact.hyperparameters.value(QStringLiteral("image_shape"))))
        return *shape;
    const int data = artifact.graph.indexOf(QStringLiteral("data"));
    if (data >= 0) {
        const auto declared = artifact.graph.nodes[size_t(data)].attributes.integers(QStringLiteral("__shape__"), {});
        if (declared && declared->size() == 4 && (*declared)[2] == (*declared)[3] && (*declared)[2] >= kLeastShape &&
            (*declared)[2] <= kMostShape)
            return int((*declared)[2]);
    }
    static const QRegularExpression number(QStringLiteral("(?<!\\d)(\\d{3,4})(?!\\d)"));
    for (const QString &text : {artifact.symbolName, artifact.name()})
        for (auto matches = number.globalMatch(text); matches.hasNext();)
            if (const auto shape = shapeFrom(matches.next().captured(1)))
                return *shape;
    return kLeastShape;
}

QString hyperparameterConflict(const ModelArtifact &artifact, const RecognizedSsd &recognized)
{
    const auto conflict = [&](const QString &name, const QString &actual) {
        const QString said = artifact.hyperparameters.value(name);
        if (said.isEmpty() || said == actual)
            return QString();
        return Text::tr("%1: hyperparams.json says %2 is %3, but in %4 it is %5")
            .arg(QDir::toNativeSeparators(artifact.path), name, said, artifact.symbolName, actual);
    };
    const QString network = conflict(QStringLiteral("base_network"), recognized.spec.baseNetwork);
    return network.isEmpty() ? conflict(QStringLiteral("num_classes"), QString::number(recognized.spec.classes))
                             : network;
}

} // namespace boxwright
