// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/coco_format.h"

#include "core/formats/export_dataset.h"
#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <map>

using namespace boxwright;
using Json = nlohmann::json;

namespace {

const CocoFormat kFormat;

ReadOptions from(const QString &path, const QString &images = {})
{
    ReadOptions options;
    options.from = path;
    options.imageFolder = images;
    return options;
}

Json parsed(const QString &path)
{
    return Json::parse(fileBytes(path).toStdString(), nullptr, false);
}

/// Two images, three categories with gaps; the lists come in an order of their own.
const QByteArray kSmall = R"({"annotations":[
{"id":9,"image_id":40,"category_id":4,"bbox":[1.0,2.5,3,4],"area":11.5,"iscrowd":0,"segmentation":[[1,2,4,2,4,6.5]],"score":0.5},
{"id":3,"image_id":5,"category_id":1,"bbox":[0,0,5,5],"iscrowd":1,"segmentation":{"counts":[1,24],"size":[5,5]}},
{"id":12,"image_id":40,"category_id":2,"bbox":[0,1,2,2],"note":{"deep":[1,2]}}],
"images":[{"id":40,"file_name":"a.jpg","width":10,"height":20,"license":7},{"id":5,"file_name":"b.jpg","width":10,"height":5}],
"categories":[{"id":4,"name":"c","supercategory":"top"},{"id":1,"name":"a"},{"id":2,"name":"b"}]})";

} // namespace

class CocoFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void coco61IsReadWholeWithItsCrowds();
    void coco61ComesBackNumberForNumber();
    void idsAndOrderAreKept();
    void everythingThatIsNotUnderstoodComesBack();
    void anEditedBoxLosesItsOutline();
    void outlinesWithoutBoxBecomeTheirBounds();
    void idsMayBeAnything();
    void idsThatCollideAreCountedAnew();
    void splitsComeFromNames();
    void wrongThingsAreNotesThatNameThem_data();
    void wrongThingsAreNotesThatNameThem();
    void whatIsNoCocoIsOneClearMessage_data();
    void whatIsNoCocoIsOneClearMessage();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    QString put(const QByteArray &json, const QString &name = QStringLiteral("x.json")) const
    {
        putFile(file(name), json);
        return file(name);
    }
    /// Reads, writes, and gives what was written.
    Json roundTrip(const QString &path, const QString &written = QStringLiteral("instances.json")) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CocoFormatTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Json CocoFormatTest::roundTrip(const QString &path, const QString &written) const
{
    CollectingSink read;
    if (const Result<> done = kFormat.read(from(path), read); !done)
        return done.error().message.toStdString();
    ListSource source(read);
    WriteOptions options;
    options.to = file(QStringLiteral("out"));
    const Result<ExportReport> report = exportDataset(kFormat, options, source);
    if (!report)
        return report.error().message.toStdString();
    return parsed(options.to + QStringLiteral("/annotations/") + written);
}

void CocoFormatTest::coco61IsReadWholeWithItsCrowds()
{
    const QString coco = sharedFolder(QStringLiteral("coco61"));
    if (coco.isEmpty())
        QSKIP("../shared/data/coco61 is not at hand");
    QVERIFY(kFormat.recognizes(coco) && kFormat.recognizes(coco + QStringLiteral("/instances.json")));
    CollectingSink read;
    const Result<> done = kFormat.read(from(coco), read);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(read.images.size(), 61u);
    QCOMPARE(read.labelCount(), 91);
    QCOMPARE(read.classNames.size(), 17);
    QCOMPARE(read.classNames.first(), QStringLiteral("Apple"));
    QVERIFY2(read.notes.isEmpty(), qPrintable(read.notes.value(0).text));
    qsizetype crowds = 0;
    for (const FormatImage &image : read.images) {
        QVERIFY(QFileInfo(image.path).isFile());
        for (const FormatLabel &label : image.labels)
            crowds += label.flags.testFlag(LabelFlag::Crowd) ? 1 : 0;
    }
    QCOMPARE(crowds, 4);
    QCOMPARE(read.images[0].labels[0].box, (Box{604, 120, 682, 683}));
    QCOMPARE(read.classNames[read.images[0].labels[0].classIndex], QStringLiteral("Tie"));
}

void CocoFormatTest::coco61ComesBackNumberForNumber()
{
    const QString coco = sharedFolder(QStringLiteral("coco61"));
    if (coco.isEmpty())
        QSKIP("../shared/data/coco61 is not at hand");
    const Json before = parsed(coco + QStringLiteral("/instances.json"));
    const Json after = roundTrip(coco);
    QVERIFY2(after.is_object(), after.dump().c_str());
    QVERIFY(after["categories"] == before["categories"]);
    QVERIFY(after["images"] == before["images"]);
    // The file lists annotations in any order; ours are image by image.
    const auto byId = [](const Json &list) {
        std::map<int, Json> map;
        for (const Json &item : list)
            map.emplace(item["id"].get<int>(), item);
        return map;
    };
    QVERIFY(byId(after["annotations"]) == byId(before["annotations"]));
}

void CocoFormatTest::idsAndOrderAreKept()
{
    const QString path = put(kSmall);
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QCOMPARE(read.classNames, QString::fromLatin1("c a b").split(u' '));
    QCOMPARE(read.images.size(), 2u);
    QCOMPARE(read.images[0].labels.size(), 2u);
    QCOMPARE(read.images[0].labels[0].classIndex, 0);
    QCOMPARE(read.images[0].labels[0].box, (Box{1, 2.5, 4, 6.5}));
    QCOMPARE(read.images[0].labels[0].confidence, 0.5);
    QCOMPARE(read.images[1].labels[0].flags, LabelFlags(LabelFlag::Crowd));
    QCOMPARE(read.images[0].size, QSize(10, 20));

    const Json after = roundTrip(path);
    QVERIFY2(after.is_object(), after.dump().c_str());
    QCOMPARE(after["categories"][0]["id"].get<int>(), 4);
    QCOMPARE(after["categories"][0]["supercategory"].get<std::string>(), std::string("top"));
    QCOMPARE(after["categories"][2]["id"].get<int>(), 2);
    QCOMPARE(after["images"][0]["id"].get<int>(), 40);
    QCOMPARE(after["annotations"][0]["category_id"].get<int>(), 4);
}

void CocoFormatTest::everythingThatIsNotUnderstoodComesBack()
{
    const Json before = Json::parse(kSmall.toStdString());
    const Json after = roundTrip(put(kSmall));
    QVERIFY2(after.is_object(), after.dump().c_str());
    QCOMPARE(after["images"][0]["license"].get<int>(), 7);
    const auto annotation = [](const Json &file, int id) {
        for (const Json &item : file["annotations"]) {
            if (item["id"] == id)
                return item;
        }
        return Json();
    };
    QVERIFY(annotation(after, 9) == annotation(before, 9));
    QVERIFY(annotation(after, 3)["segmentation"] == annotation(before, 3)["segmentation"]);
    QVERIFY(annotation(after, 12)["note"] == annotation(before, 12)["note"]);
    QCOMPARE(annotation(after, 12)["area"].get<int>(), 4);
    const QByteArray bytes = fileBytes(file(QStringLiteral("out/annotations/instances.json")));
    QVERIFY(bytes.contains("[1.0,2.5,3,4]")); // numbers are spelled as they were
}

void CocoFormatTest::anEditedBoxLosesItsOutline()
{
    CollectingSink read;
    QVERIFY(kFormat.read(from(put(kSmall)), read).has_value());
    read.images[0].labels[0].box.right = 9;
    ListSource source(read);
    WriteOptions options;
    options.to = file(QStringLiteral("out"));
    const Result<ExportReport> report = exportDataset(kFormat, options, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    const Json after = parsed(options.to + QStringLiteral("/annotations/instances.json"));
    QVERIFY(after["annotations"][0]["segmentation"] == Json::array());
    QVERIFY(after["annotations"][0]["bbox"] == Json::array({1, 2.5, 8, 4}));
    QCOMPARE(after["annotations"][0]["area"].get<double>(), 32.0);
    const bool isTold = std::any_of(report->notes.begin(), report->notes.end(), [](const FormatNote &note) {
        return note.kind == QLatin1String("not-carried") && note.text.contains(u'1');
    });
    QVERIFY(isTold);
}

void CocoFormatTest::outlinesWithoutBoxBecomeTheirBounds()
{
    const QString path = put(R"({"images":[{"id":1,"file_name":"a.jpg","width":50,"height":50}],"categories":[],
"annotations":[{"id":1,"image_id":1,"category_id":7,"segmentation":[[1,2,30.5,4,5,40],[0.5,9,3,3,4,4]]}]})");
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QCOMPARE(read.labelCount(), 1);
    QCOMPARE(read.images[0].labels[0].box, (Box{0.5, 2, 30.5, 40}));
    QCOMPARE(read.classNames, QStringList{QStringLiteral("class-7")});
    QCOMPARE(read.countOf(QStringLiteral("bounds")), 1);
}

void CocoFormatTest::idsMayBeAnything()
{
    const QString path = put(R"({"images":[{"id":"x-1","file_name":"a.jpg","width":9,"height":9},
{"id":-3,"file_name":"b.jpg","width":9,"height":9},{"id":900000000000,"file_name":"c.jpg","width":9,"height":9}],
"categories":[{"id":"bee","name":"bee"},{"id":0,"name":"bee"}],
"annotations":[{"image_id":"x-1","category_id":"bee","bbox":[0,0,1,1]},{"image_id":-3.0,"category_id":0,"bbox":[0,0,1,1]},
{"image_id":900000000000,"category_id":"bee","bbox":[0,0,1,1]},{"image_id":77,"category_id":0,"bbox":[0,0,1,1]}]})");
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QCOMPARE(read.labelCount(), 3);
    QCOMPARE(read.classNames, (QStringList{QStringLiteral("bee"), QStringLiteral("bee (0)")}));
    QCOMPARE(read.images[1].labels[0].classIndex, 1);
    QCOMPARE(read.countOf(QStringLiteral("no-image")), 1);
    const Json after = roundTrip(path);
    QVERIFY2(after.is_object(), after.dump().c_str());
    QVERIFY(after["categories"][0]["id"] == "bee");
}

void CocoFormatTest::idsThatCollideAreCountedAnew()
{
    CollectingSink read;
    QVERIFY(kFormat.read(from(put(kSmall)), read).has_value());
    read.images[1].extra = read.images[0].extra;
    read.images[1].source = QStringLiteral("b.jpg");
    ListSource source(read);
    WriteOptions options;
    options.to = file(QStringLiteral("out"));
    const Result<ExportReport> report = exportDataset(kFormat, options, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    const Json after = parsed(options.to + QStringLiteral("/annotations/instances.json"));
    QCOMPARE(after["images"][0]["id"].get<int>(), 1);
    QCOMPARE(after["images"][1]["id"].get<int>(), 2);
    QCOMPARE(after["annotations"][2]["image_id"].get<int>(), 2);
}

void CocoFormatTest::splitsComeFromNames()
{
    put(kSmall, QStringLiteral("annotations/instances_val2017.json"));
    put(kSmall, QStringLiteral("annotations/instances_train2017.json"));
    put(R"({"images":[],"annotations":[{"image_id":1,"caption":"a bee"}]})",
        QStringLiteral("annotations/captions_train2017.json"));
    CollectingSink read;
    const Result<> done = kFormat.read(from(m_folder->path()), read);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(read.images.size(), 4u);
    QVERIFY(read.images[0].split == Split::Train && read.images[2].split == Split::Validation);

    QTemporaryDir roboflow;
    putFile(roboflow.filePath(QStringLiteral("valid/_annotations.coco.json")), kSmall);
    CollectingSink other;
    QVERIFY(kFormat.recognizes(roboflow.path()));
    QVERIFY(kFormat.read(from(roboflow.path()), other).has_value());
    QVERIFY(other.images[0].split == Split::Validation);
}

void CocoFormatTest::wrongThingsAreNotesThatNameThem_data()
{
    QTest::addColumn<QByteArray>("annotation");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *bbox, const char *kind, const char *says) {
        QTest::newRow(name) << QByteArray("{\"id\":77,\"image_id\":1,\"category_id\":1,\"bbox\":") + bbox + '}'
                            << QString::fromLatin1(kind) << QString::fromLatin1(says);
    };
    row("no width", "[1,2,0,4]", "degenerate-box", "[1,2,0,4]");
    row("negative", "[1,2,-3,4]", "degenerate-box", "-3");
    row("three numbers", "[1,2,3]", "bad-box", "[1,2,3]");
    row("five numbers", "[1,2,3,4,5]", "bad-box", "[1,2,3,4,5]");
    row("text", "[1,2,\"3\",4]", "bad-box", "annotation 77");
    row("huge", "[1e308,2,1e308,4]", "bad-box", "1e308");
    row("null", "null", "bad-box", "null");
    row("no list", "{}", "bad-box", "x.json");
}

void CocoFormatTest::wrongThingsAreNotesThatNameThem()
{
    QFETCH(QByteArray, annotation);
    QFETCH(QString, kind);
    QFETCH(QString, says);
    const QString path = put("{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\"categories\":[{\"id\":1,\"name\":"
                             "\"a\"}],\"annotations\":[" +
                             annotation + "]}");
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QCOMPARE(read.labelCount(), 0);
    QCOMPARE(read.countOf(kind), 1);
    const auto note = std::find_if(read.notes.begin(), read.notes.end(),
                                   [&kind](const FormatNote &item) { return item.kind == kind; });
    QVERIFY2(note->text.contains(says) && note->text.contains(QLatin1String("a.jpg")), qPrintable(note->text));
}

void CocoFormatTest::whatIsNoCocoIsOneClearMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty file") << QByteArray() << QStringLiteral("JSON");
    QTest::newRow("no images") << QByteArray(R"({"annotations":[]})") << QStringLiteral("no list of images");
    QTest::newRow("empty list") << QByteArray(R"({"images":[]})") << QStringLiteral("names no image");
    QTest::newRow("truncated") << kSmall.left(kSmall.size() / 2) << QStringLiteral("line 4");
    QTest::newRow("not a number") << QByteArray(kSmall).replace("11.5", "NaN") << QStringLiteral("line 2");
    QTest::newRow("deep") << "{\"info\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + ",\"images\":[]}"
                          << QStringLiteral("nested");
    QTest::newRow("results") << QByteArray(R"([{"image_id":1,"bbox":[1,2,3,4],"score":0.5}])")
                             << QStringLiteral("results");
    QTest::newRow("captions")
        << QByteArray(R"({"images":[{"id":1,"file_name":"a"}],"annotations":[{"image_id":1,"caption":"x"}]})")
        << QStringLiteral("captions");
    QTest::newRow("panoptic")
        << QByteArray(R"({"images":[{"id":1,"file_name":"a"}],"annotations":[{"image_id":1,"segments_info":[]}]})")
        << QStringLiteral("panoptic");
    QTest::newRow("nameless images") << QByteArray(R"({"images":[{"id":1},7]})") << QStringLiteral("images[0]");
}

void CocoFormatTest::whatIsNoCocoIsOneClearMessage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    CollectingSink read;
    const Result<> done = kFormat.read(from(put(bytes)), read);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QLatin1String("x.json")) && done.error().message.contains(says),
             qPrintable(done.error().message));
}

QTEST_GUILESS_MAIN(CocoFormatTest)
#include "coco_format_test.moc"
