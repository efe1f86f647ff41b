// SPDX-License-Identifier: GPL-3.0-or-later
// Every symbol file below BOXWRIGHT_REFERENCE and ../shared/data/sagemaker: written by MXNet, read and written back.
#include "core/base/file_io.h"
#include "core/mxnet/symbol_reader.h"
#include "core/mxnet/symbol_writer.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;

namespace {

using Json = nlohmann::json;

QString sharedFolder()
{
    return qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared");
}

QString referenceFolder()
{
    return qEnvironmentVariable("BOXWRIGHT_REFERENCE", sharedFolder() + QStringLiteral("/reference"));
}

/// Symbol files are told by content: an object with nodes and heads.
bool isSymbol(const QByteArray &text)
{
    const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    return json.is_object() && json.contains("nodes") && json.contains("heads");
}

/// What older files spell otherwise and mean the same.
Json modern(Json json)
{
    for (Json &node : json["nodes"]) {
        for (const char *key : {"attr", "param"}) {
            if (node.contains(key)) {
                node["attrs"].update(node[key]);
                node.erase(key);
            }
        }
        if (node.contains("attrs") && node["attrs"].empty())
            node.erase("attrs");
        node.erase("backward_source_id");
        for (Json &input : node["inputs"]) {
            if (input.size() == 2)
                input.push_back(0);
        }
    }
    return json;
}

} // namespace

class ReferenceSymbolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileComesBack_data();
    void everyFileComesBack();
};

void ReferenceSymbolTest::initTestCase()
{
    if (!QFileInfo::exists(referenceFolder()))
        QSKIP("the reference folder ../shared/reference is absent");
}

void ReferenceSymbolTest::everyFileComesBack_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const QString &folder : {referenceFolder(), sharedFolder() + QStringLiteral("/data/sagemaker")}) {
        QDirIterator files(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const Result<QByteArray> text = readFile(path);
            if (text && text->size() < kMaxSymbolBytes && isSymbol(*text))
                QTest::newRow(qPrintable(QDir(sharedFolder()).relativeFilePath(path))) << *text;
        }
    }
}

void ReferenceSymbolTest::everyFileComesBack()
{
    QFETCH(QByteArray, text);
    const Result<SymbolGraph> graph = parseSymbol(text, QStringLiteral("in.json"));
    QVERIFY2(graph.has_value(), qPrintable(graph ? QString() : graph.error().message));
    const QByteArray written = symbolJson(*graph);
    const Json before = modern(Json::parse(text.begin(), text.end()));
    const Json after = Json::parse(written.begin(), written.end());
    for (const char *key : {"nodes", "arg_nodes", "node_row_ptr", "heads", "attrs"})
        QVERIFY2(before.value(key, Json()) == after.value(key, Json()), key);
    // Files that MXNet's own writer made (they have a space before line ends) come back to the byte.
    if (text.contains(", \n"))
        QCOMPARE(written, text);
    const auto order = graph->evaluationOrder(graph->heads);
    QVERIFY(order.has_value());
    QVERIFY(!order->empty());
}

QTEST_GUILESS_MAIN(ReferenceSymbolTest)
#include "reference_symbol_test.moc"
