// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/sagemaker_json_format.h"

#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;

namespace {

using Json = nlohmann::json;

const SagemakerJsonFormat kFormat;

// The example of SageMaker's developer guide, "Train with the Image Format".
constexpr char kGuide[] = R"({"file": "your_image_directory/sample_image1.jpg",
  "image_size": [{"width": 500, "height": 400, "depth": 3}],
  "annotations": [{"class_id": 0, "left": 111, "top": 134, "width": 61, "height": 128},
                  {"class_id": 0, "left": 161, "top": 250, "width": 79, "height": 143},
                  {"class_id": 1, "left": 101, "top": 185, "width": 42, "height": 130}],
  "categories": [{"class_id": 0, "name": "dog"}, {"class_id": 1, "name": "cat"}]})";

ReadOptions from(const QString &path, const QString &images = {})
{
    ReadOptions options;
    options.from = path;
    options.imageFolder = images;
    return options;
}

FormatImage imageAt(const QString &path, Split split)
{
    FormatImage image;
    image.path = path;
    image.size = {500, 400};
    image.split = split;
    image.labels.push_back({1, {10.25, 20, 60.5, 80}, {}, -1, false, {}});
    return image;
}

} // namespace

class SagemakerJsonFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGuidesExampleIsRead();
    void channelsGiveTheSplits();
    void aFlatFolderIsRead();
    void classesKeepTheOrderOfTheirIds();
    void contradictingCategoriesNeverMergeClasses();
    void theFourChannelsAreWritten();
    void imagesOfOneStemGetAnnotationsOfTheirOwn();
    void whatIsReadIsWrittenWithTheSameNumbers();
    void whatIsNoAnnotationIsOneClearMessage_data();
    void whatIsNoAnnotationIsOneClearMessage();
    void theOtherFormatsAreNotRecognized();
};

void SagemakerJsonFormatTest::theGuidesExampleIsRead()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sample_image1.json"));
    QVERIFY(putFile(path, kGuide));
    QVERIFY(kFormat.recognizes(path));
    QVERIFY(kFormat.recognizes(folder.path()));
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QCOMPARE(read.classNames, QString::fromLatin1("dog cat").split(u' '));
    QCOMPARE(read.images.size(), 1u);
    QCOMPARE(read.images[0].size, QSize(500, 400));
    QCOMPARE(read.images[0].labels.size(), 3u);
    QVERIFY(read.images[0].labels[2].box == (Box{101, 185, 143, 315}));
    QCOMPARE(read.images[0].labels[2].classIndex, 1);
    QCOMPARE(read.countOf(QStringLiteral("missing-image")), 1);
}

void SagemakerJsonFormatTest::channelsGiveTheSplits()
{
    QTemporaryDir folder;
    QVERIFY(putFile(folder.filePath(QStringLiteral("train/sub/a.jpg")), "x"));
    QVERIFY(putFile(folder.filePath(QStringLiteral("validation/a.jpg")), "x"));
    QByteArray train = kGuide;
    QVERIFY(putFile(folder.filePath(QStringLiteral("train_annotation/sub/a.json")),
                    train.replace("your_image_directory/sample_image1.jpg", "sub/a.jpg")));
    // The name inside is wrong: the stem of the file finds the image all the same.
    QVERIFY(putFile(folder.filePath(QStringLiteral("validation_annotation/a.json")), kGuide));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QVERIFY2(read.notes.isEmpty(), qPrintable(read.notes.value(0).text));
    QCOMPARE(read.images.size(), 2u);
    QCOMPARE(read.images[0].split, Split::Train);
    QCOMPARE(read.images[0].path, folder.filePath(QStringLiteral("train/sub/a.jpg")));
    QCOMPARE(read.images[1].split, Split::Validation);
    QCOMPARE(read.images[1].path, folder.filePath(QStringLiteral("validation/a.jpg")));
}

void SagemakerJsonFormatTest::aFlatFolderIsRead()
{
    QTemporaryDir folder;
    QVERIFY(putFile(folder.filePath(QStringLiteral("json/sample_image1.json")), kGuide));
    QVERIFY(putFile(folder.filePath(QStringLiteral("json/package.json")), "{\"name\":\"something else\"}"));
    QVERIFY(putFile(folder.filePath(QStringLiteral("photos/your_image_directory/sample_image1.jpg")), "x"));
    CollectingSink read;
    const ReadOptions options =
        from(folder.filePath(QStringLiteral("json")), folder.filePath(QStringLiteral("photos")));
    QVERIFY(kFormat.read(options, read).has_value());
    QCOMPARE(read.images.size(), 1u);
    QCOMPARE(read.images[0].split, Split::None);
    QVERIFY(read.images[0].path.endsWith(QLatin1String("photos/your_image_directory/sample_image1.jpg")));
    QCOMPARE(read.countOf(QStringLiteral("bad-file")), 1);
    QVERIFY(read.notes[0].text.contains(QLatin1String("package.json")));
}

void SagemakerJsonFormatTest::classesKeepTheOrderOfTheirIds()
{
    QTemporaryDir folder;
    const auto put = [&](const char *name, int id, const char *category) {
        const Json file{
            {"file", name},
            {"annotations", Json::array({{{"class_id", id}, {"left", 1}, {"top", 1}, {"width", 5}, {"height", 5}}})},
            {"categories", Json::array({{{"class_id", id}, {"name", category}}})}};
        return putFile(folder.filePath(QLatin1String(name) + QStringLiteral(".json")),
                       QByteArray::fromStdString(file.dump()));
    };
    QVERIFY(put("a", 3, "three") && put("b", 1, "one") && put("c", 0, "zero"));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QCOMPARE(read.classNames, QString::fromLatin1("zero one three").split(u' '));
    QCOMPARE(read.images[0].labels[0].classIndex, 2);
}

void SagemakerJsonFormatTest::contradictingCategoriesNeverMergeClasses()
{
    QTemporaryDir folder;
    QVERIFY(putFile(folder.filePath(QStringLiteral("a.json")),
                    R"({"file":"a.jpg","annotations":[{"class_id":0,"left":1,"top":1,"width":5,"height":5},
                    {"class_id":1,"left":1,"top":1,"width":5,"height":5},{"class_id":7,"left":1,"top":1,"width":5,"height":5}],
                    "categories":[{"class_id":0,"name":"dog"},{"class_id":1,"name":"dog"},{"class_id":0,"name":"cat"},3]})"));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QCOMPARE(read.classNames,
             (QStringList{QStringLiteral("dog"), QStringLiteral("dog (1)"), QStringLiteral("class-7")}));
}

void SagemakerJsonFormatTest::theFourChannelsAreWritten()
{
    QTemporaryDir photos;
    for (const char *name : {"day1/a.jpg", "day1/b.jpg", "c.jpg", "d.bmp"})
        QVERIFY(putFile(photos.filePath(QLatin1String(name)), name));
    FormatImage unlabelled = imageAt(photos.filePath(QStringLiteral("c.jpg")), Split::Train);
    unlabelled.labels.clear();
    ListSource source({QStringLiteral("dog"), QStringLiteral("cat")},
                      {imageAt(photos.filePath(QStringLiteral("day1/a.jpg")), Split::None), unlabelled,
                       imageAt(photos.filePath(QStringLiteral("day1/b.jpg")), Split::Validation),
                       imageAt(photos.filePath(QStringLiteral("gone.jpg")), Split::Train),
                       imageAt(photos.filePath(QStringLiteral("d.bmp")), Split::Train)});
    QTemporaryDir to;
    WriteOptions options;
    options.to = to.path();
    options.imageRoot = photos.path();
    options.copyImages = true;
    CollectingSink notes;
    const Result<WriteSummary> summary =
        kFormat.write(options, source, [&](const FormatNote &note) { notes.note(note); });
    QVERIFY2(summary.has_value(), qPrintable(summary ? QString() : summary.error().message));
    QCOMPARE(summary->leftOut, (std::vector<qint64>{1, 3}));
    QCOMPARE(notes.countOf(QStringLiteral("missing-image")), 1);
    QCOMPARE(notes.countOf(QStringLiteral("unsupported-image")), 1);
    QCOMPARE(fileBytes(to.filePath(QStringLiteral("train/day1/a.jpg"))), QByteArray("day1/a.jpg"));
    QVERIFY(QFileInfo::exists(to.filePath(QStringLiteral("validation/day1/b.jpg"))));
    const Json file = Json::parse(fileBytes(to.filePath(QStringLiteral("train_annotation/day1/a.json"))).toStdString());
    const Json expected = Json::parse(R"({"file":"day1/a.jpg","image_size":[{"width":500,"height":400,"depth":3}],
        "annotations":[{"class_id":1,"left":10.25,"top":20,"width":50.25,"height":60}],
        "categories":[{"class_id":0,"name":"dog"},{"class_id":1,"name":"cat"}]})");
    QVERIFY2(file == expected, file.dump().c_str());
}

void SagemakerJsonFormatTest::imagesOfOneStemGetAnnotationsOfTheirOwn()
{
    ListSource source({QStringLiteral("dog"), QStringLiteral("cat")},
                      {imageAt(QStringLiteral("/photos/a.jpg"), Split::Train),
                       imageAt(QStringLiteral("/photos/A.png"), Split::Train),
                       imageAt(QStringLiteral("/elsewhere/a.jpg"), Split::Train)});
    QTemporaryDir to;
    WriteOptions options;
    options.to = to.path();
    options.imageRoot = QStringLiteral("/photos");
    QVERIFY(kFormat.write(options, source, [](const FormatNote &) {}).has_value());
    const QStringList written =
        QDir(to.filePath(QStringLiteral("train_annotation"))).entryList(QDir::Files, QDir::Name);
    QCOMPARE(written, (QStringList{QStringLiteral("A-2.json"), QStringLiteral("a-3.json"), QStringLiteral("a.json")}));
}

void SagemakerJsonFormatTest::whatIsReadIsWrittenWithTheSameNumbers()
{
    QTemporaryDir folder;
    const QByteArray text = R"({"file":"a.jpg","image_size":[{"width":500,"height":400,"depth":1}],"annotations":[
        {"class_id":0,"left":0.1,"top":120.80000000000001,"width":0.2,"height":78.99999999999999,"score":0.25}],
        "categories":[{"class_id":0,"name":"dog"}],"licence":{"id":4}})";
    QVERIFY(putFile(folder.filePath(QStringLiteral("a.json")), text));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QTemporaryDir to;
    WriteOptions options;
    options.to = to.path();
    ListSource source(read);
    QVERIFY(kFormat.write(options, source, [](const FormatNote &) {}).has_value());
    const QByteArray written = fileBytes(to.filePath(QStringLiteral("train_annotation/a.json")));
    QVERIFY2(Json::parse(written.toStdString()) == Json::parse(text.toStdString()), written.constData());
}

void SagemakerJsonFormatTest::whatIsNoAnnotationIsOneClearMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = kGuide;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("truncated") << good.left(good.size() / 2);
    QTest::newRow("binary") << QByteArray("\x00\x01\xff\xfe\x89PNG", 8).repeated(1000);
    QTest::newRow("deep nesting") << "{\"annotations\":" + QByteArray(1'000'000, '[');
    QTest::newRow("not a number") << QByteArray("{\"annotations\":[{\"class_id\":NaN}]}");
    QTest::newRow("coco") << QByteArray("{\"images\":[],\"annotations\":{},\"categories\":[]}");
    QTest::newRow("coco with a list") << QByteArray(
        R"({"images":[{"id":1,"file_name":"a.jpg"}],"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4]}],
        "categories":[{"id":1,"name":"dog"}]})");
    QTest::newRow("a list") << QByteArray("[]");
}

void SagemakerJsonFormatTest::whatIsNoAnnotationIsOneClearMessage()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("hostile.json"));
    QVERIFY(putFile(path, bytes));
    CollectingSink read;
    const Result<> done = kFormat.read(from(folder.path()), read);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QLatin1String("hostile.json")), qPrintable(done.error().message));
    QVERIFY(!kFormat.recognizes(path));
}

void SagemakerJsonFormatTest::theOtherFormatsAreNotRecognized()
{
    for (const QString &name : {QStringLiteral("bccd"), QStringLiteral("bees"), QStringLiteral("coco61")}) {
        if (const QString folder = sharedFolder(name); !folder.isEmpty())
            QVERIFY2(!kFormat.recognizes(folder), qPrintable(folder));
    }
    QTemporaryDir empty;
    QVERIFY(!kFormat.recognizes(empty.path()));
    QVERIFY(!kFormat.read(from(empty.path()), *std::make_unique<CollectingSink>()).has_value());
}

QTEST_GUILESS_MAIN(SagemakerJsonFormatTest)
#include "sagemaker_json_format_test.moc"
