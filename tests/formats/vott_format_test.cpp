// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/vott_format.h"

#include "tests/support/format_folder.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;
using Json = nlohmann::json;

namespace {

const VottFormat kFormat;

QByteArray asset(const QByteArray &region)
{
    return "{\"asset\":{\"format\":\"jpg\",\"id\":\"0d3\",\"name\":\"a b.jpg\",\"path\":\"file:C:/data/a%20b.jpg\","
           "\"size\":{\"width\":100,\"height\":80},\"state\":2,\"type\":1},\"regions\":[" +
           region + "],\"version\":\"2.2.0\"}";
}

const QByteArray kPolygon =
    R"({"id":"BsO3zj9bn","type":"POLYGON","tags":["dog"],"boundingBox":{"height":20.50,"width":10,"left":5,"top":10},)"
    R"("points":[{"x":5,"y":10},{"x":15,"y":12},{"x":8,"y":30.5}]})";

} // namespace

class VottFormatTest : public QObject, private FormatFolder
{
    Q_OBJECT

public:
    VottFormatTest()
        : FormatFolder(kFormat)
    {
    }

private Q_SLOTS:
    void init() { renewFolder(); }
    void theSamplesAreRead_data();
    void theSamplesAreRead();
    void exportsKeepTheOrderOfTagsAndComeBack();
    void assetsOfAProjectAreRead();
    void wrongRegionsAreNotesThatNameThem_data();
    void wrongRegionsAreNotesThatNameThem();
    void whatIsNoneIsOneClearMessage_data();
    void whatIsNoneIsOneClearMessage();
};

void VottFormatTest::theSamplesAreRead_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<qsizetype>("images");
    QTest::addColumn<qsizetype>("labels");
    QTest::newRow("json") << QStringLiteral("vott_json_dataset/dataset") << qsizetype{3} << qsizetype{4};
    QTest::newRow("csv") << QStringLiteral("vott_csv_dataset/dataset") << qsizetype{4} << qsizetype{5};
}

void VottFormatTest::theSamplesAreRead()
{
    QFETCH(QString, folder);
    QFETCH(qsizetype, images);
    QFETCH(qsizetype, labels);
    const QString sample = sharedFolder(QStringLiteral("format-samples/openvinotoolkit/") + folder);
    if (sample.isEmpty())
        QSKIP("../shared/data/format-samples is not at hand");
    QVERIFY(kFormat.recognizes(sample));
    CollectingSink sink;
    QVERIFY(read(sample, sink));
    QCOMPARE(static_cast<qsizetype>(sink.images.size()), images);
    QCOMPARE(sink.labelCount(), labels);
    for (const FormatImage &image : sink.images)
        QVERIFY(QFileInfo(image.path).isFile() && image.split != Split::None);
}

void VottFormatTest::exportsKeepTheOrderOfTagsAndComeBack()
{
    QVERIFY(putFile(path("a b.jpg"), "?"));
    const QByteArray text = "{\"name\":\"p\",\"tags\":[{\"name\":\"cat\",\"color\":\"#000000\"},{\"name\":\"dog\"}],"
                            "\"assets\":{\"0d3\":" +
                            asset(kPolygon + R"(,{"id":"x","type":"RECTANGLE","tags":["cat"],"mine":7,)"
                                             R"("boundingBox":{"left":1,"top":2,"width":3,"height":4}})") +
                            "}}";
    QVERIFY(putFile(path("x-export.json"), text));
    QVERIFY(kFormat.recognizes(path("x-export.json")));
    CollectingSink sink;
    QVERIFY(read(m_folder->path(), sink));
    QCOMPARE(sink.classNames, QStringList({QStringLiteral("cat"), QStringLiteral("dog")}));
    QCOMPARE(sink.images[0].path, path("a b.jpg"));
    QCOMPARE(sink.images[0].labels[0].box, (Box{5, 10, 15, 30.5}));
    QCOMPARE(sink.countOf(QStringLiteral("bounds")), 1);

    const auto regions = [&](const char *to) {
        ListSource source(sink);
        WriteOptions options;
        options.to = path(to);
        const Result<ExportReport> report = exportDataset(kFormat, options, source);
        const QByteArray bytes =
            report ? fileBytes(options.to + QStringLiteral("/vott-export.json")) : QByteArray("{}");
        const Json json = Json::parse(bytes.toStdString());
        return json.contains("assets") ? json["assets"]["0d3"]["regions"] : Json(report.error().message.toStdString());
    };
    const Json before = Json::parse(text.toStdString())["assets"]["0d3"]["regions"];
    const Json same = regions("same");
    QVERIFY2(same[0] == before[0], same.dump().c_str());
    QCOMPARE(same[1]["mine"].get<int>(), 7);
    sink.images[0].labels[0].box.left = 4;
    const Json moved = regions("moved");
    QVERIFY2(moved[0]["type"] == "RECTANGLE" && moved[0]["boundingBox"]["width"] == 11, moved.dump().c_str());
    QCOMPARE(moved[0]["points"].size(), 4u);
}

void VottFormatTest::assetsOfAProjectAreRead()
{
    QVERIFY(putFile(path("0d3-asset.json"), asset(kPolygon)));
    QVERIFY(kFormat.recognizes(m_folder->path()));
    CollectingSink sink;
    QVERIFY(read(m_folder->path(), sink));
    QCOMPARE(sink.labelCount(), 1);
    QCOMPARE(sink.images[0].source, QStringLiteral("file:C:/data/a%20b.jpg"));
    QCOMPARE(sink.countOf(QStringLiteral("missing-image")), 1);
}

void VottFormatTest::wrongRegionsAreNotesThatNameThem_data()
{
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QString>("kind");
    QTest::newRow("number") << QByteArray("7") << QStringLiteral("bad-box");
    QTest::newRow("text") << QByteArray(R"({"tags":["a"],"boundingBox":{"left":"1","top":1,"width":1,"height":1}})")
                          << QStringLiteral("bad-box");
    QTest::newRow("huge") << QByteArray(R"({"tags":["a"],"boundingBox":{"left":1e308,"top":1,"width":1,"height":1}})")
                          << QStringLiteral("bad-box");
    QTest::newRow("negative") << QByteArray(R"({"tags":["a"],"boundingBox":{"left":1,"top":1,"width":-1,"height":1}})")
                              << QStringLiteral("degenerate-box");
    QTest::newRow("no tag") << QByteArray(R"({"tags":[],"boundingBox":{"left":1,"top":1,"width":1,"height":1}})")
                            << QStringLiteral("no-class");
}

void VottFormatTest::wrongRegionsAreNotesThatNameThem()
{
    QFETCH(QByteArray, region);
    QFETCH(QString, kind);
    QVERIFY(putFile(path("x.json"), "{\"assets\":{\"0d3\":" + asset(region) + "}}"));
    CollectingSink sink;
    QVERIFY(read(path("x.json"), sink));
    QCOMPARE(sink.labelCount(), 0);
    QCOMPARE(sink.countOf(kind), 1);
    QVERIFY2(sink.notes[0].text.contains(QLatin1String("regions[0]")), qPrintable(sink.notes[0].text));
}

void VottFormatTest::whatIsNoneIsOneClearMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("list") << QByteArray("[1,2]");
    QTest::newRow("no assets") << QByteArray("{\"assets\":{}}");
    QTest::newRow("cut off") << "{\"assets\":{\"0d3\":" + asset(kPolygon) + ",\"1\":";
    QTest::newRow("deep") << "{\"x\":" + QByteArray(100'000, '[');
}

void VottFormatTest::whatIsNoneIsOneClearMessage()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(putFile(path("broken.json"), bytes));
    CollectingSink sink;
    const Result<> done = read(path("broken.json"), sink);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QLatin1String("broken.json")), qPrintable(done.error().message));
}

QTEST_GUILESS_MAIN(VottFormatTest)
#include "vott_format_test.moc"
