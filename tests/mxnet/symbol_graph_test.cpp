// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/symbol_graph.h"
#include "core/mxnet/symbol_reader.h"
#include "core/mxnet/symbol_writer.h"

#include <QElapsedTimer>
#include <QTest>

using namespace boxwright;

namespace {

const QString kName = QStringLiteral("net.json");

/// The graph of these nodes with node 0 as its head.
QByteArray graphOf(const QByteArray &nodes)
{
    return "{\"nodes\": [" + nodes + "], \"heads\": [[0, 0, 0]]}";
}

/// An operator "a" with these inputs.
QByteArray node(const QByteArray &inputs)
{
    return R"({"op": "_copy", "name": "a", "inputs": [)" + inputs + "]}";
}

const QByteArray kVariable = R"({"op": "null", "name": "data", "inputs": []})";

} // namespace

class SymbolGraphTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesOfEveryAgeMeanTheSame_data();
    void filesOfEveryAgeMeanTheSame();
    void brokenFilesAreNamedByNode_data();
    void brokenFilesAreNamedByNode();
    void deadPartsAreCut();
    void nodesMayStandInAnyOrder();
    void aVeryLongChainIsWalked();
    void oddNamesComeBack();
};

void SymbolGraphTest::filesOfEveryAgeMeanTheSame_data()
{
    QTest::addColumn<QByteArray>("convolution");
    QTest::newRow("1.x") << QByteArray(R"json({"op": "Convolution", "name": "c",
        "attrs": {"kernel": "(3, 3)", "__lr_mult__": "2"}, "inputs": [[0, 0, 0]]})json");
    QTest::newRow("0.9") << QByteArray(R"json({"op": "Convolution", "name": "c",
        "attr": {"kernel": "(3, 3)", "__lr_mult__": "2"}, "inputs": [[0, 0, 0]]})json");
    QTest::newRow("0.8") << QByteArray(R"json({"op": "Convolution", "param": {"kernel": "(3, 3)"}, "name": "c",
        "attr": {"__lr_mult__": "2"}, "inputs": [[0, 0]], "backward_source_id": -1})json");
}

void SymbolGraphTest::filesOfEveryAgeMeanTheSame()
{
    QFETCH(QByteArray, convolution);
    const QByteArray json = R"({"nodes": [{"op": "null", "name": "data"}, )" + convolution + R"(], "heads": [[1, 0]]})";
    const Result<SymbolGraph> graph = parseSymbol(json, kName);
    QVERIFY2(graph.has_value(), qPrintable(graph ? QString() : graph.error().message));
    QCOMPARE(graph->nodes.size(), size_t{2});
    QVERIFY(graph->nodes[0].isVariable());
    QCOMPARE(graph->nodes[1].op, QStringLiteral("Convolution"));
    QCOMPARE(graph->nodes[1].inputs, (std::vector<SymbolOutput>{{0, 0, 0}}));
    QCOMPARE(*graph->nodes[1].attributes.integers(QStringLiteral("kernel"), {}), (std::vector<qint64>{3, 3}));
    QCOMPARE(graph->nodes[1].attributes.text(QStringLiteral("__lr_mult__")), QStringLiteral("2"));
    QCOMPARE(graph->heads, (std::vector<SymbolOutput>{{1, 0, 0}}));
    QCOMPARE(graph->mxnetVersion, 0);
    QVERIFY(graph->outputCounts.empty());
    QCOMPARE(*parseSymbol(symbolJson(*graph), kName), *graph);
}

void SymbolGraphTest::brokenFilesAreNamedByNode_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &json, const char *expected) {
        QTest::newRow(name) << json << QString::fromLatin1(expected);
    };
    row("empty", "", "is no JSON, at byte 1");
    row("cut", graphOf(kVariable).chopped(1), "is no JSON");
    row("not UTF-8", "{\"nodes\": [\"\xff\"]}", "is no JSON");
    row("a list", "[1, 2]", "this is [1,2]");
    row("other JSON", R"({"class_name": "Model"})", "has no \"nodes\"");
    row("no heads", "{\"nodes\": [" + kVariable + "]}", "has no \"heads\"");
    row("nodes are text", R"({"nodes": "many", "heads": []})", "\"nodes\" of the graph is \"many\"");
    row("node is a number", graphOf("7"), "node 0 is 7");
    row("no op", graphOf(R"({"name": "a", "inputs": []})"), "node 0 has no \"op\"");
    row("name is a number", graphOf(R"({"op": "x", "name": 1, "inputs": []})"), "\"name\" of node 0 is 1");
    row("operator without inputs", graphOf(R"({"op": "x", "name": "a"})"), "node 0 (a) has no \"inputs\"");
    row("input beyond the nodes", graphOf(node("[1, 0, 0]")), "node 0 (a) holds 1, allowed is 0 to 0");
    row("negative input", graphOf(node("[-1, 0, 0]")), "node 0 (a) holds -1");
    row("fractional input", graphOf(node("[0.5, 0, 0]")), "node 0 (a) holds 0.5");
    row("huge input", graphOf(node("[18446744073709551615, 0, 0]")), "node 0 (a) holds 18446744073709551615");
    row("input of one element", graphOf(node("[0]")), "node 0 (a) holds [0]");
    row("input of four elements", graphOf(node("[0, 0, 0, 0]")), "node 0 (a) holds [0,0,0,0]");
    row("input is a number", graphOf(node("0")), "node 0 (a) holds 0");
    row("attribute is a number", graphOf(R"({"op": "null", "name": "a", "attrs": {"k": 3}})"),
        "\"k\" of node 0 (a) is 3");
    row("attributes are a list", graphOf(R"({"op": "null", "name": "a", "attrs": []})"),
        "\"attrs\" of node 0 (a) is []");
    row("control dependency beyond the nodes", graphOf(R"({"op": "null", "name": "a", "control_deps": [9]})"),
        "node 0 (a) holds 9");
    row("its own input", graphOf(node("[0, 0, 0]")), "in a circle through node 0 (a)");
    row("a circle of two", graphOf(node("[1, 0, 0]") + ", " + node("[0, 0, 0]")), "in a circle through node");
    row("a circle that no head needs", graphOf(kVariable + ", " + node("[1, 0, 0]")), "in a circle through node 1 (a)");
    row("head beyond the nodes", "{\"nodes\": [" + kVariable + "], \"heads\": [[5, 0, 0]]}", "heads holds 5");
    row("falling node_row_ptr", "{\"nodes\": [" + kVariable + "], \"heads\": [], \"node_row_ptr\": [1, 0]}",
        "falls from 1 to 0");
    row("short node_row_ptr", "{\"nodes\": [" + kVariable + "], \"heads\": [], \"node_row_ptr\": [0]}",
        "has 1 entries for 1 nodes");
    row("odd version", "{\"nodes\": [], \"heads\": [], \"attrs\": {\"mxnet_version\": [\"int\", -3]}}", "holds -3");
    row("version is text", "{\"nodes\": [], \"heads\": [], \"attrs\": {\"mxnet_version\": \"1.3\"}}", "is \"1.3\"");
    row("nested a million deep", QByteArray(1000000, '['), "nested more than 32 deep");
    row("17 MB", QByteArray(17 << 20, ' '), "is too large");
}

void SymbolGraphTest::brokenFilesAreNamedByNode()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const Result<SymbolGraph> graph = parseSymbol(json, kName);
    QVERIFY(!graph.has_value());
    const QString message = graph.error().message;
    QVERIFY2(message.contains(expected) && message.startsWith(kName), qPrintable(message));
}

void SymbolGraphTest::deadPartsAreCut()
{
    // data, label -> loss(data, label), and out(data): out does not need label.
    SymbolGraph graph;
    graph.nodes = {{QStringLiteral("null"), QStringLiteral("data"), {}, {}, {}},
                   {QStringLiteral("null"), QStringLiteral("label"), {}, {}, {}},
                   {QStringLiteral("loss"), QStringLiteral("loss"), {}, {{0, 0, 0}, {1, 0, 0}}, {}},
                   {QStringLiteral("copy"), QStringLiteral("out"), {}, {{0, 0, 0}}, {}}};
    const std::vector<SymbolOutput> heads{{graph.indexOf(QStringLiteral("out")), 0, 0}};
    QCOMPARE(*graph.evaluationOrder(heads), (std::vector<int>{0, 3}));
    QCOMPARE(graph.indexOf(QStringLiteral("nowhere")), -1);
    graph.nodes[3].controlDependencies = {2};
    QCOMPARE(*graph.evaluationOrder(heads), (std::vector<int>{0, 1, 2, 3}));
}

void SymbolGraphTest::nodesMayStandInAnyOrder()
{
    const Result<SymbolGraph> graph = parseSymbol(graphOf(node("[1, 0, 0]") + ", " + kVariable), kName);
    QVERIFY2(graph.has_value(), qPrintable(graph ? QString() : graph.error().message));
    QCOMPARE(*graph->evaluationOrder(graph->heads), (std::vector<int>{1, 0}));
}

void SymbolGraphTest::aVeryLongChainIsWalked()
{
    SymbolGraph graph;
    constexpr int kLength = 200000;
    for (int i = 0; i < kLength; ++i) {
        SymbolNode copy{QStringLiteral("_copy"), QString::number(i), {}, {}, {}};
        if (i + 1 < kLength)
            copy.inputs.push_back({i + 1, 0, 0});
        graph.nodes.push_back(copy);
    }
    const std::vector<SymbolOutput> heads{{0, 0, 0}};
    const auto order = graph.evaluationOrder(heads);
    QVERIFY(order.has_value());
    QCOMPARE(order->size(), size_t{kLength});
    QCOMPARE(order->front(), kLength - 1);
}

void SymbolGraphTest::oddNamesComeBack()
{
    SymbolGraph graph;
    const QString odd = QStringLiteral(u"a\"b\\c\n\t\r\u0001\ud55c\U0001F41D");
    graph.nodes = {{QStringLiteral("null"), odd, {}, {}, {}}};
    graph.nodes[0].attributes.set(odd, odd);
    graph.heads = {{0, 0, 0}};
    graph.outputCounts = {1};
    graph.mxnetVersion = 10300;
    const Result<SymbolGraph> again = parseSymbol(symbolJson(graph), kName);
    QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error().message));
    QCOMPARE(*again, graph);
}

QTEST_GUILESS_MAIN(SymbolGraphTest)
#include "symbol_graph_test.moc"
