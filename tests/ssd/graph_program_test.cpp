// SPDX-License-Identifier: GPL-3.0-or-later
// The graph runner on graphs in the wild, with generated parameters, and on graphs that nobody should write.
#include "core/ssd/graph_program.h"

#include "core/mxnet/inference_graph.h"
#include "core/mxnet/symbol_reader.h"
#include "core/sagemaker/ssd_recognition.h"
#include "core/ssd/graph_detector.h"
#include "tests/support/generated_params.h"

#include <torch/torch.h>

#include <QDirIterator>
#include <QFileInfo>
#include <QImage>
#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

QString sharedData(const char *folder)
{
    return qEnvironmentVariable("BOXWRIGHT_SOURCE", QStringLiteral(".")) + QStringLiteral("/../shared/") +
           QLatin1String(folder);
}

/// A graph with parameters, as if it had been read.
ModelArtifact artifactOf(const SymbolGraph &graph, const QByteArray &params, const QString &name)
{
    return {name, name,  QStringLiteral("generated.params"),
            {},   graph, *ParamsFile::fromBytes(params, QStringLiteral("generated.params"))};
}

QByteArray paramsText(const std::vector<TensorView> &views)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writeParams(buffer, views, QStringLiteral("p.params")) ? buffer.data() : QByteArray();
}

/// A value of ones under "arg:NAME".
class Ones
{
public:
    void add(const QString &name, const std::vector<qint64> &shape, float value = 1)
    {
        const qint64 count = elementCount(shape).value_or(0);
        QByteArray bytes(count * qsizetype(sizeof(float)), Qt::Uninitialized);
        for (qint64 i = 0; i < count; ++i)
            std::memcpy(bytes.data() + i * qint64(sizeof(float)), &value, sizeof(float));
        m_bytes.push_back(bytes);
        m_views.push_back({QStringLiteral("arg:") + name, TensorType::Float32, shape, {}});
    }

    [[nodiscard]] QByteArray file()
    {
        for (size_t i = 0; i < m_views.size(); ++i)
            m_views[i].bytes = m_bytes[i];
        return paramsText(m_views);
    }

private:
    std::vector<QByteArray> m_bytes;
    std::vector<TensorView> m_views;
};

/// "data", what `nodes` says (JSON objects with commas), and the last node as the head.
Result<GraphValues> runGraph(const QString &nodes, Ones ones, const torch::Tensor &data)
{
    const QString text =
        QStringLiteral("{\"nodes\": [{\"op\": \"null\", \"name\": \"data\", \"inputs\": []}, %1], \"arg_nodes\": [0], "
                       "\"heads\": [[%2, 0, 0]]}")
            .arg(nodes)
            .arg(nodes.count(QLatin1String("\"op\"")));
    const Result<SymbolGraph> graph = parseSymbol(text.toUtf8(), QStringLiteral("odd-symbol.json"));
    if (!graph)
        return failure(graph.error());
    if (nodes.count(QLatin1String("_weight")) == 0)
        ones.add(QStringLiteral("unused"), {1});
    const ModelArtifact artifact = artifactOf(*graph, ones.file(), QStringLiteral("odd.tar.gz"));
    Result<GraphProgram> program = GraphProgram::compile(artifact, inferenceGraph(*graph), graph->heads);
    if (!program)
        return failure(program.error());
    return program->run(data);
}

} // namespace

class GraphProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void graphsInTheWildRun_data();
    void graphsInTheWildRun();
    void whatCannotRunIsNamed_data();
    void whatCannotRunIsNamed();
    void operatorsGiveWhatTheyShould_data();
    void operatorsGiveWhatTheyShould();
    void aBatchNormIsFoldedIntoItsConvolution();
    void anotherSizeIsAnotherRun();
};

void GraphProgramTest::graphsInTheWildRun_data()
{
    QTest::addColumn<QString>("path");
    for (const char *folder : {"data/sagemaker", "reference/mxnet-files"}) {
        QDirIterator files(sharedData(folder), {QStringLiteral("*-symbol.json")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
        }
    }
    if (!QFileInfo::exists(sharedData("reference")))
        QTest::newRow("absent") << QString();
}

/// Runs, or is refused with the operator's name: which of both is told.
void GraphProgramTest::graphsInTheWildRun()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("the folder ../shared is absent");
    const Result<SymbolGraph> graph = readSymbol(path);
    QVERIFY2(graph.has_value(), qPrintable(graph ? QString() : graph.error().message));
    const ModelArtifact artifact = artifactOf(*graph, GeneratedParams(*graph).file(), QFileInfo(path).fileName());
    const int side = artifactImageShape(artifact);
    ModelInfo info;
    info.name = artifact.name();
    info.imageShape = side;
    const auto detector = GraphDetector::open(artifact, info, {{}, {{123, 117, 104}, {1, 1, 1}}, false, 1}, false);
    if (detector) {
        QImage image(side, side, QImage::Format_RGB888);
        image.fill(Qt::darkCyan);
        const auto detections = (*detector)->detect(image, {0.01, 0});
        QVERIFY2(detections.has_value(), qPrintable(detections ? QString() : detections.error().message));
        qInfo("%s: runs, %d classes, %d detections", qPrintable(artifact.symbolName),
              int((*detector)->info().classes.size()), int(detections->size()));
        return;
    }
    // No detector; but its heads must run, unless an operator is named.
    Result<GraphProgram> program = GraphProgram::compile(artifact, inferenceGraph(*graph), graph->heads);
    if (!program) {
        qInfo("%s", qPrintable(program.error().message));
        QVERIFY2(program.error().message.contains(QLatin1String("node ")), qPrintable(program.error().message));
        return;
    }
    const Result<GraphValues> heads = program->run(torch::zeros({1, 3, side, side}));
    QVERIFY2(heads.has_value(), qPrintable(heads ? QString() : heads.error().message));
    for (const torch::Tensor &head : *heads)
        QVERIFY(torch::isfinite(head).all().item<bool>());
    qInfo("%s: its heads run; %s", qPrintable(artifact.symbolName), qPrintable(detector.error().message));
}

void GraphProgramTest::whatCannotRunIsNamed_data()
{
    QTest::addColumn<QString>("nodes");
    QTest::addColumn<QStringList>("words");
    const QString weight = QStringLiteral("{\"op\": \"null\", \"name\": \"c_weight\", \"inputs\": []}, ");
    QTest::newRow("unknown operator") << QStringLiteral(
                                             "{\"op\": \"Proposal\", \"name\": \"rois\", \"inputs\": [[0, 0, 0]]}")
                                      << QStringList{QStringLiteral("rois"), QStringLiteral("Proposal")};
    QTest::newRow("missing parameter")
        << QStringLiteral("{\"op\": \"null\", \"name\": \"lost_weight\", \"inputs\": []}, {\"op\": \"elemwise_add\", "
                          "\"name\": \"sum\", \"inputs\": [[0, 0, 0], [1, 0, 0]]}")
        << QStringList{QStringLiteral("lost_weight")};
    QTest::newRow("misshapen weight")
        << weight + QStringLiteral("{\"op\": \"Convolution\", \"name\": \"c\", \"attrs\": {\"kernel\": \"(3, 3)\", "
                                   "\"num_filter\": \"4\", \"no_bias\": \"True\"}, \"inputs\": [[0, 0, 0], [1, 0, 0]]}")
        << QStringList{QStringLiteral("node c (Convolution)"), QStringLiteral("(1, 3, 8, 8)")};
    QTest::newRow("a billion filters")
        << weight +
               QStringLiteral("{\"op\": \"Convolution\", \"name\": \"c\", \"attrs\": {\"kernel\": \"(1, 1)\", "
                              "\"num_filter\": \"1000000000\", \"no_bias\": \"True\"}, \"inputs\": [[0, 0, 0], [1, "
                              "0, 0]]}")
        << QStringList{QStringLiteral("node c (Convolution)")};
    QTest::newRow("a billion cells of padding")
        << QStringLiteral("{\"op\": \"Pooling\", \"name\": \"p\", \"attrs\": {\"kernel\": \"(2, 2)\", \"pad\": "
                          "\"(1000000000, 1000000000)\"}, \"inputs\": [[0, 0, 0]]}")
        << QStringList{QStringLiteral("node p (Pooling)"), QStringLiteral("1000000000")};
    QTest::newRow("a billion repeats")
        << QStringLiteral("{\"op\": \"repeat\", \"name\": \"r\", \"attrs\": {\"repeats\": \"1000000000\"}, \"inputs\": "
                          "[[0, 0, 0]]}")
        << QStringList{QStringLiteral("node r (repeat)")};
    QTest::newRow("a billion zeros")
        << QStringLiteral(
               "{\"op\": \"_zeros\", \"name\": \"z\", \"attrs\": {\"shape\": \"(1000000000, 1000000000)\"}, "
               "\"inputs\": []}, {\"op\": \"broadcast_add\", \"name\": \"s\", \"inputs\": [[0, 0, 0], [1, 0, "
               "0]]}")
        << QStringList{QStringLiteral("node z (_zeros)")};
    QTest::newRow("no such output")
        << QStringLiteral("{\"op\": \"relu\", \"name\": \"r\", \"inputs\": [[0, 0, 0]]}, {\"op\": \"relu\", \"name\": "
                          "\"s\", \"inputs\": [[1, 1, 0]]}")
        << QStringList{QStringLiteral("node r (relu)")};
    QTest::newRow("too many inputs") << QStringLiteral(
                                            "{\"op\": \"relu\", \"name\": \"r\", \"inputs\": [[0, 0, 0], [0, 0, 0]]}")
                                     << QStringList{QStringLiteral("node r (relu)")};
    QTest::newRow("attribute is no number")
        << QStringLiteral("{\"op\": \"_plus_scalar\", \"name\": \"p\", \"attrs\": {\"scalar\": \"many\"}, \"inputs\": "
                          "[[0, 0, 0]]}")
        << QStringList{QStringLiteral("node p (_plus_scalar)"), QStringLiteral("many")};
    QTest::newRow("shapes differ")
        << QStringLiteral("{\"op\": \"Flatten\", \"name\": \"f\", \"inputs\": [[0, 0, 0]]}, {\"op\": \"elemwise_add\", "
                          "\"name\": \"sum\", \"inputs\": [[0, 0, 0], [1, 0, 0]]}")
        << QStringList{QStringLiteral("node sum (elemwise_add)"), QStringLiteral("(1, 192)")};
    QTest::newRow("a circle")
        << QStringLiteral("{\"op\": \"relu\", \"name\": \"a\", \"inputs\": [[2, 0, 0]]}, {\"op\": \"relu\", \"name\": "
                          "\"b\", \"inputs\": [[1, 0, 0]]}")
        << QStringList{QStringLiteral("odd")};
    QTest::newRow("no such axis")
        << QStringLiteral(
               "{\"op\": \"softmax\", \"name\": \"s\", \"attrs\": {\"axis\": \"9\"}, \"inputs\": [[0, 0, 0]]}")
        << QStringList{QStringLiteral("node s (softmax)")};
}

void GraphProgramTest::whatCannotRunIsNamed()
{
    QFETCH(QString, nodes);
    QFETCH(QStringList, words);
    Ones ones;
    ones.add(QStringLiteral("c_weight"), {4, 2, 3, 3});
    const Result<GraphValues> result = runGraph(nodes, ones, torch::ones({1, 3, 8, 8}));
    QVERIFY(!result.has_value());
    for (const QString &word : words)
        QVERIFY2(result.error().message.contains(word), qPrintable(result.error().message));
    QVERIFY2(!result.error().message.contains(QLatin1Char('\n')), qPrintable(result.error().message));
}

void GraphProgramTest::operatorsGiveWhatTheyShould_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QList<double>>("expected");
    const auto row = [](const char *op, const char *attributes, const QList<double> &expected) {
        QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(op), QLatin1String(attributes))))
            << QStringLiteral("{\"op\": \"%1\", \"name\": \"n\", \"attrs\": {%2}, \"inputs\": [[0, 0, 0]]}")
                   .arg(QLatin1String(op), QLatin1String(attributes))
            << expected;
    };
    // On the map 1 2 3 / 4 5 6 / 7 8 9, by hand from the operators' documentation.
    row("Pooling", R"_("kernel": "(2, 2)", "stride": "(2, 2)")_", {5});
    row("Pooling", R"_("kernel": "(2, 2)", "stride": "(2, 2)", "pooling_convention": "full")_", {5, 6, 8, 9});
    row("Pooling", R"_("kernel": "(2, 2)", "stride": "(2, 2)", "pooling_convention": "full", "pool_type": "avg")_",
        {3, 4.5, 7.5, 9});
    row("Pooling", R"_("kernel": "(3, 3)", "pad": "(1, 1)", "stride": "(2, 2)", "pool_type": "avg")_",
        {12.0 / 9, 16.0 / 9, 24.0 / 9, 28.0 / 9});
    row("Pooling",
        R"_("kernel": "(3, 3)", "pad": "(1, 1)", "stride": "(2, 2)", "pool_type": "avg", "count_include_pad": "False")_",
        {3, 4, 6, 7});
    row("Pooling", R"_("kernel": "(1, 1)", "global_pool": "True", "pool_type": "avg")_", {5});
    row("Pooling", R"_("kernel": "(1, 1)", "global_pool": "True", "pool_type": "max")_", {9});
    row("LeakyReLU", R"_("act_type": "leaky", "slope": "0.1")_", {1, 2, 3, 4, 5, 6, 7, 8, 9});
    row("_rminus_scalar", R"_("scalar": "10")_", {9, 8, 7, 6, 5, 4, 3, 2, 1});
    row("_greater_scalar", R"_("scalar": "5")_", {0, 0, 0, 0, 0, 1, 1, 1, 1});
    row("smooth_l1", R"_("scalar": "1.0")_", {0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5});
    row("clip", R"_("a_min": "2", "a_max": "6")_", {2, 2, 3, 4, 5, 6, 6, 6, 6});
    row("slice_axis", R"_("axis": "-1", "begin": "1", "end": "None")_", {2, 3, 5, 6, 8, 9});
    row("slice", R"_("begin": "(None, None, 1)", "end": "(None, None, 3)")_", {4, 5, 6, 7, 8, 9});
    row("Crop", R"_("offset": "(1, 0)", "h_w": "(2, 2)", "num_args": "1")_", {4, 5, 7, 8});
    row("UpSampling", R"_("scale": "2", "sample_type": "nearest", "num_args": "1")_",
        {1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 7, 7, 8, 8, 9, 9});
    row("transpose", R"_("axes": "(0, 1, 3, 2)")_", {1, 4, 7, 2, 5, 8, 3, 6, 9});
    row("Reshape", R"_("shape": "(0, -1)")_", {1, 2, 3, 4, 5, 6, 7, 8, 9});
    row("Reshape", R"_("shape": "(-3, -2)")_", {1, 2, 3, 4, 5, 6, 7, 8, 9});
    row("Reshape", R"_("shape": "(-2, -4, 3, 1)", "reverse": "False")_", {});
    row("sum", R"_("axis": "(2,)")_", {12, 15, 18});
    row("mean", R"_("axis": "1", "exclude": "True")_", {5});
    row("max", R"_("axis": "3", "keepdims": "True")_", {3, 6, 9});
    row("flip", R"_("axis": "3")_", {3, 2, 1, 6, 5, 4, 9, 8, 7});
    row("zeros_like", "", {0, 0, 0, 0, 0, 0, 0, 0, 0});
}

void GraphProgramTest::operatorsGiveWhatTheyShould()
{
    QFETCH(QString, node);
    QFETCH(QList<double>, expected);
    const torch::Tensor data = torch::arange(1, 10, torch::kFloat32).reshape({1, 1, 3, 3});
    const Result<GraphValues> result = runGraph(node, {}, data);
    if (expected.isEmpty()) { // not what a shape can be
        QVERIFY(!result.has_value());
        return;
    }
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
    const torch::Tensor values = result->front().reshape({-1}).contiguous();
    QCOMPARE(values.numel(), int64_t(expected.size()));
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(double(values.data_ptr<float>()[i]) - expected[i]) < 1e-5, qPrintable(QString::number(i)));
}

/// gamma / sqrt(var + eps) * (conv - mean) + beta, worked out by hand for ones.
void GraphProgramTest::aBatchNormIsFoldedIntoItsConvolution()
{
    const QString text = QStringLiteral(
        "{\"nodes\": [{\"op\": \"null\", \"name\": \"data\", \"inputs\": []},"
        "{\"op\": \"null\", \"name\": \"c_weight\", \"inputs\": []},"
        "{\"op\": \"Convolution\", \"name\": \"c\", \"attrs\": {\"kernel\": \"(1, 1)\", \"num_filter\": \"2\", "
        "\"no_bias\": \"True\"}, \"inputs\": [[0, 0, 0], [1, 0, 0]]},"
        "{\"op\": \"null\", \"name\": \"g\", \"inputs\": []}, {\"op\": \"null\", \"name\": \"b\", \"inputs\": []},"
        "{\"op\": \"null\", \"name\": \"m\", \"inputs\": []}, {\"op\": \"null\", \"name\": \"v\", \"inputs\": []},"
        "{\"op\": \"BatchNorm\", \"name\": \"n\", \"attrs\": {\"eps\": \"1.0\", \"fix_gamma\": \"False\"}, "
        "\"inputs\": [[2, 0, 0], [3, 0, 0], [4, 0, 0], [5, 0, 1], [6, 0, 1]]},"
        "{\"op\": \"Activation\", \"name\": \"r\", \"attrs\": {\"act_type\": \"relu\"}, \"inputs\": [[7, 0, 0]]}],"
        "\"arg_nodes\": [0], \"heads\": [[8, 0, 0]]}");
    const Result<SymbolGraph> graph = parseSymbol(text.toUtf8(), QStringLiteral("bn-symbol.json"));
    QVERIFY2(graph.has_value(), qPrintable(graph ? QString() : graph.error().message));
    Ones ones;
    ones.add(QStringLiteral("c_weight"), {2, 3, 1, 1}, 2);
    ones.add(QStringLiteral("g"), {2}, 4);
    ones.add(QStringLiteral("b"), {2}, 1);
    ones.add(QStringLiteral("m"), {2}, 2);
    ones.add(QStringLiteral("v"), {2}, 3);
    const ModelArtifact artifact = artifactOf(*graph, ones.file(), QStringLiteral("bn"));
    Result<GraphProgram> program = GraphProgram::compile(artifact, *graph, graph->heads);
    QVERIFY2(program.has_value(), qPrintable(program ? QString() : program.error().message));
    QCOMPARE(program->steps(), size_t(2)); // convolution and relu
    const Result<GraphValues> result = program->run(torch::ones({1, 3, 2, 2}));
    QVERIFY(result.has_value());
    QVERIFY(torch::allclose(result->front(), torch::full({1, 2, 2, 2}, 4.0 / 2.0 * (6 - 2) + 1)));
}

/// Priors depend on the size of the image alone; another size must not get those of the one before.
void GraphProgramTest::anotherSizeIsAnotherRun()
{
    const QString text = QStringLiteral(
        "{\"nodes\": [{\"op\": \"null\", \"name\": \"data\", \"inputs\": []},"
        "{\"op\": \"_contrib_MultiBoxPrior\", \"name\": \"p\", \"attrs\": {\"sizes\": \"(0.5)\"}, \"inputs\": [[0, 0, "
        "0]]}, {\"op\": \"Flatten\", \"name\": \"f\", \"inputs\": [[1, 0, 0]]}, {\"op\": \"_mul_scalar\", \"name\": "
        "\"d\", \"attrs\": {\"scalar\": \"2\"}, \"inputs\": [[0, 0, 0]]}],"
        "\"arg_nodes\": [0], \"heads\": [[2, 0, 0], [3, 0, 0]]}");
    const Result<SymbolGraph> graph = parseSymbol(text.toUtf8(), QStringLiteral("p-symbol.json"));
    QVERIFY(graph.has_value());
    Ones ones;
    ones.add(QStringLiteral("unused"), {1});
    const ModelArtifact artifact = artifactOf(*graph, ones.file(), QStringLiteral("p"));
    Result<GraphProgram> program = GraphProgram::compile(artifact, *graph, graph->heads);
    QVERIFY2(program.has_value(), qPrintable(program ? QString() : program.error().message));
    for (const int64_t side : {2, 2, 3, 2}) {
        const Result<GraphValues> result = program->run(torch::full({1, 3, side, side}, double(side)));
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
        QCOMPARE((*result)[0].numel(), side * side * 4);
        QCOMPARE((*result)[1].max().item<double>(), double(side) * 2);
    }
}

QTEST_GUILESS_MAIN(GraphProgramTest)
#include "graph_program_test.moc"
