// SPDX-License-Identifier: GPL-3.0-or-later
// Whole artifacts that MXNet made and ran: each $BOXWRIGHT_REFERENCE/mxnet/artifacts/*/model.tar.gz runs in the graph
// runner and as a detector of ours, and says what MXNet said, within the tolerances of the README.
#include "core/detect/artifact_info.h"
#include "core/mxnet/inference_graph.h"
#include "core/mxnet/symbol_reader.h"
#include "core/sagemaker/ssd_recognition.h"
#include "core/ssd/artifact_detector.h"
#include "core/ssd/artifact_network.h"
#include "core/ssd/graph_detector.h"

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTest>

#include <cmath>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

QDir artifactsFolder()
{
    const QString source = qEnvironmentVariable("BOXWRIGHT_SOURCE", QStringLiteral("."));
    const QString reference =
        qEnvironmentVariable("BOXWRIGHT_REFERENCE", source + QStringLiteral("/../shared/reference"));
    return QDir(reference + QStringLiteral("/mxnet/artifacts"));
}

/// One row for each artifact, or one that is skipped.
void addArtifacts()
{
    QTest::addColumn<QString>("folderPath");
    const QDir all = artifactsFolder();
    for (const QString &name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        QTest::newRow(qPrintable(name)) << all.filePath(name);
    if (!all.exists())
        QTest::newRow("absent") << QString();
}

nlohmann::json expectedOf(const QDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("expected.json")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    return nlohmann::json::parse(text.begin(), text.end());
}

QImage pictureOf(const QDir &folder, const nlohmann::json &expected)
{
    const auto name = expected.at("preprocess").at("image").get<std::string>();
    return QImage(folder.filePath(QString::fromStdString(name))).convertToFormat(QImage::Format_RGB888);
}

/// The picture at the network's size, minus the mean (1, 3, S, S).
torch::Tensor pictureTensor(const QImage &image, const Preprocessing &preprocessing)
{
    torch::Tensor pixels = torch::empty({1, 3, image.height(), image.width()});
    float *out = pixels.data_ptr<float>();
    for (size_t c = 0; c < 3; ++c)
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                *out++ = float(image.constScanLine(y)[size_t(x) * 3 + c]) - preprocessing.mean[c];
    return pixels;
}

/// Compares with a checksum block of the README: samples one by one, and the length of the whole. Empty where all fits.
QString compareBlock(const torch::Tensor &actual, const nlohmann::json &block, double tolerance)
{
    const torch::Tensor flat = actual.reshape({-1}).contiguous();
    const auto indexes = block.at("index").get<std::vector<int64_t>>();
    const auto values = block.at("value").get<std::vector<double>>();
    if (actual.sizes() != block.at("shape").get<std::vector<int64_t>>())
        return QStringLiteral("another shape");
    for (size_t i = 0; i < indexes.size(); ++i) {
        const double ours = double(flat.data_ptr<float>()[indexes[i]]);
        if (!(std::abs(ours - values[i]) <= tolerance))
            return QStringLiteral("[%1] is %2 instead of %3").arg(indexes[i]).arg(ours).arg(values[i]);
    }
    const double length = flat.to(torch::kFloat64).norm().item<double>();
    const double expected = block.at("l2").get<double>();
    return std::abs(length - expected) <= 1e-5 * expected + tolerance
               ? QString()
               : QStringLiteral("its length is %1 instead of %2").arg(length).arg(expected);
}

#define FETCH_FOLDER(folder)                                                                                           \
    QFETCH(QString, folderPath);                                                                                       \
    if (folderPath.isEmpty())                                                                                          \
        QSKIP("the reference folder is absent: set BOXWRIGHT_REFERENCE");                                              \
    const QDir folder(folderPath)

/// How the picture was given to MXNet.
PixelInput pixelsOf(const nlohmann::json &expected)
{
    return expected.at("preprocess").at("mean_rgb").at(0).get<double>() > 0 ? PixelInput::RgbMean : PixelInput::RgbRaw;
}

/// One of MXNet's rows: class, score, corners.
using ExpectedRow = std::vector<double>;

/// Whether our row is that row; corners as fractions.
bool isSameRow(const std::array<double, 6> &ours, const ExpectedRow &theirs)
{
    constexpr double kTolerance = 1e-4;
    if (ours[0] != theirs[0])
        return false;
    for (size_t i = 1; i < 6; ++i)
        if (!(std::abs(ours[i] - theirs[i]) <= kTolerance))
            return false;
    return true;
}

/// The first of our rows that is not MXNet's, in words; empty where all are. Rows whose scores differ by less than two
/// machines do may change places.
QString firstDifferentRow(const std::vector<std::array<double, 6>> &ours, std::vector<ExpectedRow> theirs)
{
    constexpr double kSameScore = 2e-5;
    if (ours.size() != theirs.size())
        return QStringLiteral("%1 rows instead of %2").arg(ours.size()).arg(theirs.size());
    for (size_t i = 0; i < ours.size(); ++i) {
        size_t k = i;
        while (k < theirs.size() && !isSameRow(ours[i], theirs[k]) && theirs[i][1] - theirs[k][1] < kSameScore)
            ++k;
        if (k == theirs.size() || !isSameRow(ours[i], theirs[k]))
            return QStringLiteral("row %1: class %2, score %3").arg(i).arg(ours[i][0]).arg(ours[i][1]);
        std::swap(theirs[i], theirs[k]);
    }
    return {};
}

std::vector<ExpectedRow> expectedRows(const nlohmann::json &expected)
{
    std::vector<ExpectedRow> rows;
    for (const nlohmann::json &row : expected.at("det_out").at("rows"))
        rows.push_back(row.get<ExpectedRow>());
    return rows;
}

/// A detector gives no boxes without area: they have no place in an image.
std::vector<ExpectedRow> rowsWithArea(const std::vector<ExpectedRow> &rows)
{
    std::vector<ExpectedRow> kept;
    for (const ExpectedRow &row : rows)
        if (row[4] > row[2] && row[5] > row[3])
            kept.push_back(row);
    return kept;
}

std::vector<std::array<double, 6>> rowsOf(const std::vector<Detection> &detections, QSizeF size)
{
    std::vector<std::array<double, 6>> rows;
    for (const Detection &one : detections)
        rows.push_back({double(one.classIndex), one.confidence, one.box.left / size.width(),
                        one.box.top / size.height(), one.box.right / size.width(), one.box.bottom / size.height()});
    return rows;
}

/// Rows with id >= 0 of det_out (1, N, 6), with their numbers.
std::vector<std::array<double, 6>> keptRows(const torch::Tensor &out, std::vector<int64_t> &numbers)
{
    std::vector<std::array<double, 6>> rows;
    const torch::Tensor table = out[0].contiguous();
    for (int64_t i = 0; i < table.size(0); ++i) {
        const float *row = table.data_ptr<float>() + i * 6;
        if (row[0] < 0)
            continue;
        rows.push_back({row[0], row[1], row[2], row[3], row[4], row[5]});
        numbers.push_back(i);
    }
    return rows;
}

/// Runs the graph on the picture and compares heads and rows; empty where all is MXNet's.
QString compareGraph(const ModelArtifact &artifact, const QDir &folder, const nlohmann::json &expected)
{
    const SymbolGraph graph = inferenceGraph(artifact.graph);
    const auto detection = findDetectionNode(graph);
    if (!detection || !*detection)
        return QStringLiteral("no detection operator");
    std::vector<SymbolOutput> outputs = graph.nodes[size_t((*detection)->node)].inputs;
    outputs.push_back({(*detection)->node, 0, 0});
    Result<GraphProgram> program = GraphProgram::compile(artifact, graph, outputs);
    if (!program)
        return program.error().message;
    const torch::Tensor input = pictureTensor(pictureOf(folder, expected), preprocessingOf(pixelsOf(expected)));
    const std::array<std::pair<const char *, double>, 3> heads{
        {{"cls_prob", 5e-5}, {"loc_pred", 2e-4}, {"anchors", 1e-6}}};
    for (int round = 0; round < 2; ++round) { // the second takes what depends on the size alone from the first
        const Result<GraphValues> values = program->run(input);
        if (!values)
            return values.error().message;
        for (size_t i = 0; i < heads.size(); ++i) {
            const QString different =
                compareBlock((*values)[i], expected.at("outputs").at(heads[i].first), heads[i].second);
            if (!different.isEmpty())
                return QLatin1String(heads[i].first) + QStringLiteral(": ") + different;
        }
        std::vector<int64_t> numbers;
        const QString odd = firstDifferentRow(keptRows((*values)[3], numbers), expectedRows(expected));
        if (!odd.isEmpty())
            return odd;
        if (numbers != expected.at("det_out").at("row_index").get<std::vector<int64_t>>())
            return QStringLiteral("the rows stand at other places");
    }
    return {};
}

} // namespace

class ReferenceArtifactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGraphRunsFromTheArchive_data() { addArtifacts(); }
    void theGraphRunsFromTheArchive();
    void theDeployGraphGivesTheSame_data() { addArtifacts(); }
    void theDeployGraphGivesTheSame();
    void detectorsGiveMxnetsRows_data() { addArtifacts(); }
    void detectorsGiveMxnetsRows();
    void otherPixelsCanBeTakenIn_data() { addArtifacts(); }
    void otherPixelsCanBeTakenIn();
};

void ReferenceArtifactsTest::theGraphRunsFromTheArchive()
{
    FETCH_FOLDER(folder);
    const Result<ModelArtifact> artifact = readModelArtifact(folder.filePath(QStringLiteral("model.tar.gz")));
    QVERIFY2(artifact.has_value(), qPrintable(artifact ? QString() : artifact.error().message));
    const nlohmann::json expected = expectedOf(folder);
    QCOMPARE(compareGraph(*artifact, folder, expected), QString());
}

void ReferenceArtifactsTest::theDeployGraphGivesTheSame()
{
    FETCH_FOLDER(folder);
    const QString deploy = folder.filePath(QStringLiteral("deploy_model_algo_1-symbol.json"));
    if (!QFileInfo::exists(deploy))
        QSKIP("no deploy graph in this folder");
    const Result<SymbolGraph> graph = readSymbol(deploy);
    QVERIFY2(graph.has_value(), qPrintable(graph ? QString() : graph.error().message));
    Result<ModelArtifact> artifact = readModelArtifact(folder.filePath(QStringLiteral("model.tar.gz")));
    QVERIFY2(artifact.has_value(), qPrintable(artifact ? QString() : artifact.error().message));
    artifact->graph = *graph;
    const nlohmann::json expected = expectedOf(folder);
    if (!expected.value("deploy_symbol_gives_identical_det_out", false))
        QSKIP("MXNet's own deploy graph gave something else here");
    QCOMPARE(compareGraph(*artifact, folder, expected), QString());
}

/// As the programs open it (a network of our own) and node by node.
void ReferenceArtifactsTest::detectorsGiveMxnetsRows()
{
    FETCH_FOLDER(folder);
    const QString path = folder.filePath(QStringLiteral("model.tar.gz"));
    const nlohmann::json expected = expectedOf(folder);
    const QImage image = pictureOf(folder, expected);
    const PixelInput pixels = pixelsOf(expected);
    const auto opened = openArtifactDetector(path, {.threads = 1, .settings = {{}, pixels}});
    QVERIFY2(opened.has_value(), qPrintable(opened ? QString() : opened.error().message));
    QVERIFY((*opened)->info().isTrainable);
    QVERIFY(!(*opened)->info().hasClassNames);
    QCOMPARE(int((*opened)->info().classes.size()), expected.at("num_classes").get<int>());

    const Result<ModelArtifact> artifact = readModelArtifact(path);
    const auto info = artifactInfo(*artifact, std::nullopt, {});
    const auto node = findDetectionNode(artifact->graph);
    QVERIFY(info.has_value() && node.has_value() && node->has_value());
    DetectorSetup setup{{}, preprocessingOf(pixels), false, 1};
    setup.detection.nmsThreshold = float((*node)->nmsThreshold);
    setup.detection.nmsTopk = (*node)->nmsTopk;
    const auto run = GraphDetector::open(*artifact, *info, setup, true);
    QVERIFY2(run.has_value(), qPrintable(run ? QString() : run.error().message));
    for (Detector *detector : {opened->get(), run->get()}) {
        const auto detections = detector->detect(image, {0.01, 0});
        QVERIFY2(detections.has_value(), qPrintable(detections ? QString() : detections.error().message));
        QCOMPARE(firstDifferentRow(rowsOf(*detections, image.size()), rowsWithArea(expectedRows(expected))), QString());
    }
}

/// A network that was trained on blue-first pixels without mean becomes one for red-first pixels with the mean
/// subtracted. MXNet's numbers are those of the picture; the network is turned around first.
void ReferenceArtifactsTest::otherPixelsCanBeTakenIn()
{
    FETCH_FOLDER(folder);
    const torch::NoGradGuard noGradients;
    const Result<ModelArtifact> artifact = readModelArtifact(folder.filePath(QStringLiteral("model.tar.gz")));
    const auto recognized = recognizeSsd(*artifact);
    QVERIFY(recognized.has_value());
    const torch::Tensor pixels =
        torch::randint(0, 255, {1, 3, recognized->spec.imageShape, recognized->spec.imageShape}).to(torch::kFloat32);
    const bool isExact = recognized->spec.baseNetwork == QLatin1String("resnet-50"); // vgg-16: not at the border
    const auto input = [&](PixelInput way) {
        const bool isBgr = way == PixelInput::BgrMean || way == PixelInput::BgrRaw;
        const auto mean = preprocessingOf(way).mean;
        return (isBgr ? pixels.flip({1}) : pixels) - torch::tensor({mean[0], mean[1], mean[2]}).reshape({1, 3, 1, 1});
    };
    for (const PixelInput way : pixelInputs()) {
        if (!isExact && way != PixelInput::BgrMean)
            continue;
        const auto before = networkOfArtifact(*artifact, *recognized);
        const auto after = networkOfArtifact(*artifact, *recognized);
        QVERIFY(before.has_value() && after.has_value());
        (*before)->eval();
        (*after)->eval();
        takeUsualPixels(**after, way);
        const SsdOutput was = (*before)->forward(input(way));
        const SsdOutput is = (*after)->forward(input(PixelInput::RgbMean));
        QVERIFY2(torch::allclose(was.classLogits, is.classLogits, 1e-3, 1e-3), qPrintable(pixelInputName(way)));
        QVERIFY2(torch::allclose(was.boxOffsets, is.boxOffsets, 1e-3, 1e-3), qPrintable(pixelInputName(way)));
    }
}

QTEST_GUILESS_MAIN(ReferenceArtifactsTest)
#include "reference_artifacts_test.moc"
