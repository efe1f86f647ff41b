// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/x_anylabeling_format.h"

#include "core/formats/export_dataset.h"
#include "core/formats/format_registry.h"
#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;
using Json = nlohmann::json;

namespace {

const XAnyLabelingFormat kFormat;

/// As version 2.4 of the program writes it.
QByteArray document(const QByteArray &shapes)
{
    return "{\"version\":\"2.4.3\",\"flags\":{},\"shapes\":[" + shapes +
           "],\"imagePath\":\"a.jpg\",\"imageData\":null,\"imageHeight\":80,\"imageWidth\":100}";
}

QByteArray shape(const QByteArray &score, const QByteArray &type, const QByteArray &points)
{
    return "{\"label\":\"bee\",\"score\":" + score + ",\"points\":" + points +
           ",\"group_id\":null,\"description\":\"\",\"difficult\":false,\"shape_type\":\"" + type +
           "\",\"flags\":{},\"attributes\":{\"sex\":\"f\"},\"kie_linking\":[]}";
}

const QByteArray kFour = "[[10,20],[30.5,20],[30.5,40],[10,40]]";

} // namespace

class XAnyLabelingFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatHasAScoreIsASuggestion();
    void shapesComeBack();
    void labelmeIsNotTakenForIt();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void XAnyLabelingFormatTest::whatHasAScoreIsASuggestion()
{
    QVERIFY(putFile(path("a.json"),
                    document(shape("0.875", "rectangle", kFour) + ',' + shape("null", "rectangle", kFour))));
    QVERIFY(recognizeFormat(m_folder->path()) == datasetFormat(QStringLiteral("x-anylabeling")));
    CollectingSink sink;
    ReadOptions options;
    options.from = m_folder->path();
    QVERIFY(kFormat.read(options, sink));
    QCOMPARE(sink.labelCount(), 2);
    const auto &labels = sink.images[0].labels;
    QVERIFY(labels[0].isSuggestion && !labels[1].isSuggestion);
    QCOMPARE(labels[0].confidence, 0.875);
    QCOMPARE(labels[0].box, (Box{10, 20, 30.5, 40}));
    QVERIFY(sink.countOf(QStringLiteral("bounds")) == 0);
    QVERIFY(sink.images[0].state == ReviewState::Reviewed);
}

void XAnyLabelingFormatTest::shapesComeBack()
{
    const QByteArray turned = "[[10,20],[20,10],[30,20],[20,30]]";
    const QByteArray text = document(shape("null", "rotation", turned) + ',' + shape("null", "rectangle", kFour));
    QVERIFY(putFile(path("a.json"), text));
    CollectingSink sink;
    ReadOptions options;
    options.from = m_folder->path();
    QVERIFY(kFormat.read(options, sink));
    QCOMPARE(sink.countOf(QStringLiteral("bounds")), 1);
    QCOMPARE(sink.images[0].labels[0].box, (Box{10, 10, 30, 30}));
    sink.images[0].labels[1].box.left = 12;
    ListSource source(sink);
    WriteOptions write;
    write.to = path("out");
    const Result<ExportReport> report = exportDataset(kFormat, write, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    const Json before = Json::parse(text.toStdString());
    const Json after = Json::parse(fileBytes(path("out/a.json")).toStdString());
    QVERIFY2(after["shapes"][0] == before["shapes"][0], after.dump().c_str());
    QCOMPARE(after["shapes"][1]["points"][3][0].get<double>(), 12.0);
    QVERIFY(after["shapes"][1]["attributes"] == before["shapes"][1]["attributes"]);
}

void XAnyLabelingFormatTest::labelmeIsNotTakenForIt()
{
    QVERIFY(putFile(path("a.json"), document("{\"label\":\"bee\",\"points\":[[1,2],[3,4]],\"group_id\":null,"
                                             "\"shape_type\":\"rectangle\",\"flags\":{}}")));
    QVERIFY(recognizeFormat(m_folder->path()) == datasetFormat(QStringLiteral("labelme")));
}

QTEST_GUILESS_MAIN(XAnyLabelingFormatTest)
#include "x_anylabeling_format_test.moc"
