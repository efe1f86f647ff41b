// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/graph_detector.h"

#include "core/detect/artifact_info.h"
#include "core/mxnet/inference_graph.h"
#include "core/ssd/network_input.h"
#include "core/ssd/pixel_detections.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphDetector)
};

bool hasOperator(const SymbolGraph &graph, const char *op)
{
    return std::any_of(graph.nodes.begin(), graph.nodes.end(),
                       [&](const SymbolNode &node) { return node.op == QLatin1String(op); });
}

/// ImageNet's mean and deviation, which GluonCV's networks are trained with: (x / 255 - mean) / deviation.
Preprocessing imageNetPixels()
{
    return {{0.485F * 255, 0.456F * 255, 0.406F * 255}, {0.229F * 255, 0.224F * 255, 0.225F * 255}};
}

/// GluonCV's rows do not say how many classes there are, but what goes into the softmax does: (0, -1, C + 1).
int gluonClasses(const SymbolGraph &graph)
{
    constexpr qint64 kMostClasses = 10'000;
    for (const SymbolNode &node : graph.nodes) {
        if (node.op != QLatin1String("softmax") || node.inputs.empty())
            continue;
        const SymbolNode &rows = graph.nodes[size_t(node.inputs[0].node)];
        const auto shape = rows.attributes.integers(QStringLiteral("shape"), {});
        if (rows.op.toLower() == QLatin1String("reshape") && shape && shape->size() == 3 && (*shape)[2] > 1 &&
            (*shape)[2] <= kMostClasses)
            return int((*shape)[2]) - 1;
    }
    return 0;
}

/// What a network gives: (1, C + 1, N), (1, 4 N), (1, N, 4).
QString multiBoxProblem(const GraphValues &outputs)
{
    const torch::Tensor &probabilities = outputs[0];
    if (probabilities.dim() != 3 || probabilities.size(0) != 1 || probabilities.size(1) < 2)
        return Text::tr("its class probabilities do not have the shape (1, classes + 1, priors)");
    const int64_t priors = probabilities.size(2);
    if (outputs[1].numel() != priors * 4 || outputs[2].numel() != priors * 4)
        return Text::tr("it has %1 priors, %2 box offsets and %3 prior corners")
            .arg(priors)
            .arg(outputs[1].numel())
            .arg(outputs[2].numel());
    return {};
}

/// (1, N, 1), (1, N, 1), (1, N, 4).
QString gluonProblem(const GraphValues &outputs)
{
    const int64_t rows = outputs[0].numel();
    if (outputs[1].numel() != rows || outputs[2].numel() != rows * 4)
        return Text::tr("its heads ids, scores and boxes have %1, %2 and %3 numbers")
            .arg(rows)
            .arg(outputs[1].numel())
            .arg(outputs[2].numel());
    return {};
}

} // namespace

Result<std::unique_ptr<Detector>> GraphDetector::open(const ModelArtifact &artifact, ModelInfo info,
                                                      DetectorSetup setup, bool arePixelsDecided)
{
    const QString shown = QDir::toNativeSeparators(artifact.path);
    const SymbolGraph graph = inferenceGraph(artifact.graph);
    const Result<std::optional<DetectionNode>> detection = findDetectionNode(graph);
    if (!detection)
        return failure(Text::tr("%1: %2").arg(shown, detection.error().message));
    Kind kind = Kind::MultiBox;
    std::vector<SymbolOutput> outputs;
    if (*detection) {
        outputs = graph.nodes[size_t((*detection)->node)].inputs;
    } else if (hasOperator(graph, "_contrib_box_nms") && graph.heads.size() == 3) {
        kind = Kind::Gluon;
        outputs = graph.heads;
        if (!arePixelsDecided)
            setup.preprocessing = imageNetPixels();
    }
    if (outputs.size() != 3)
        return failure(Text::tr("%1: the network %2 finds no boxes: it has neither MultiBoxDetection nor box_nms with "
                                "three heads")
                           .arg(shown, artifact.symbolName));
    Result<GraphProgram> program = GraphProgram::compile(artifact, graph, outputs);
    if (!program)
        return failure(program.error());
    std::unique_ptr<GraphDetector> detector(new GraphDetector(std::move(*program), kind, std::move(info), setup));
    if (Result<> learned = detector->learnClasses(artifact); !learned)
        return failure(learned.error());
    return detector;
}

GraphDetector::GraphDetector(GraphProgram program, Kind kind, ModelInfo info, const DetectorSetup &setup)
    : m_program(std::move(program))
    , m_kind(kind)
    , m_info(std::move(info))
    , m_setup(setup)
{
}

Result<GraphValues> GraphDetector::run(const torch::Tensor &input)
{
    const c10::InferenceMode inference;
    if (at::get_num_threads() != m_setup.threads)
        at::set_num_threads(m_setup.threads);
    Result<GraphValues> outputs = m_program.run(input);
    if (!outputs)
        return outputs;
    const QString problem = m_kind == Kind::MultiBox ? multiBoxProblem(*outputs) : gluonProblem(*outputs);
    if (!problem.isEmpty())
        return failure(Text::tr("The model %1 cannot be used: %2").arg(m_info.name, problem));
    for (torch::Tensor &output : *outputs)
        output = output.contiguous();
    return outputs;
}

Result<> GraphDetector::learnClasses(const ModelArtifact &artifact)
{
    const int side = m_info.imageShape;
    const Result<GraphValues> outputs =
        run(torch::zeros({1, 3, side, side}).contiguous(at::MemoryFormat::ChannelsLast));
    if (!outputs)
        return failure(outputs.error());
    const int count = m_kind == Kind::Gluon ? gluonClasses(artifact.graph) : int((*outputs)[0].size(1)) - 1;
    if (count < 1)
        return failure(Text::tr("%1: %2 does not tell how many classes there are")
                           .arg(QDir::toNativeSeparators(artifact.path), artifact.symbolName));
    const int said = m_info.hyperparameters.value(QStringLiteral("num_classes")).toInt();
    if (said > 0 && said != count)
        return failure(Text::tr("%1: hyperparams.json says num_classes is %2, but %3 tells %4 classes apart")
                           .arg(QDir::toNativeSeparators(artifact.path))
                           .arg(said)
                           .arg(artifact.symbolName)
                           .arg(count));
    Result<QStringList> classes = namedClasses(artifact, count, m_info.hasClassNames ? m_info.classes : QStringList());
    if (!classes)
        return failure(classes.error());
    m_info.classes = std::move(*classes);
    return {};
}

Result<std::vector<Detection>> GraphDetector::detect(const QImage &image, const DetectOptions &options)
try {
    if (image.isNull())
        return failure(Text::tr("There is no image to detect on"));
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    const Result<GraphValues> outputs =
        run(networkInput(m_setup.isBgr ? rgb.rgbSwapped() : rgb, m_info.imageShape, m_setup.preprocessing));
    if (!outputs)
        return failure(outputs.error());
    const c10::InferenceMode inference;
    return pixelDetections(m_kind == Kind::MultiBox ? multiBoxes(*outputs, options) : gluonBoxes(*outputs, options),
                           rgb.size());
} catch (const std::exception &error) {
    return failure(Text::tr("The model %1 could not be run").arg(m_info.name), QString::fromUtf8(error.what()));
}

std::vector<DetectedBox> GraphDetector::multiBoxes(const GraphValues &outputs, const DetectOptions &options) const
{
    DetectionOptions detection = m_setup.detection;
    detection.threshold = float(options.minConfidence);
    if (options.nmsThreshold > 0)
        detection.nmsThreshold = float(options.nmsThreshold);
    return detectBoxes(outputs[0][0].t(), outputs[1].reshape({-1, 4}), outputs[2].reshape({-1, 4}), detection);
}

/// Boxes are in pixels of the network's square; rows with class -1 did not survive.
std::vector<DetectedBox> GraphDetector::gluonBoxes(const GraphValues &outputs, const DetectOptions &options) const
{
    std::vector<DetectedBox> boxes;
    const float side = float(m_info.imageShape);
    const float *id = outputs[0].data_ptr<float>();
    const float *score = outputs[1].data_ptr<float>();
    const float *corners = outputs[2].data_ptr<float>();
    for (int64_t row = 0; row < outputs[0].numel(); ++row, corners += 4)
        if (id[row] >= 0 && id[row] < float(m_info.classes.size()) && score[row] >= float(options.minConfidence))
            boxes.push_back({int(row), int(id[row]), score[row], corners[0] / side, corners[1] / side,
                             corners[2] / side, corners[3] / side});
    return boxes;
}

} // namespace boxwright::ssd
