// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/augmented_manifest_format.h"

#include "core/formats/export_preview.h"
#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;

namespace {

using Json = nlohmann::json;

const AugmentedManifestFormat kFormat;

ReadOptions from(const QString &path, const QString &images = {})
{
    ReadOptions options;
    options.from = path;
    options.imageFolder = images;
    return options;
}

/// Asks for the end at the third image.
class CancellingSink : public CollectingSink
{
public:
    explicit CancellingSink(CancelFlag cancel)
        : m_cancel(std::move(cancel))
    {
    }
    Result<> image(FormatImage image) override
    {
        if (images.size() == 2)
            m_cancel.cancel();
        return CollectingSink::image(std::move(image));
    }

private:
    CancelFlag m_cancel;
};

QByteArray line(const QByteArray &name, const QByteArray &annotations, const QByteArray &classMap,
                const QByteArray &human = "yes")
{
    return "{\"source-ref\":\"s3://bucket/" + name + "\",\"bb\":{\"annotations\":[" + annotations +
           "],\"image_size\":[{\"width\":100,\"height\":80,\"depth\":3}]},\"bb-metadata\":{\"class-map\":" + classMap +
           ",\"human-annotated\":\"" + human + "\",\"type\":\"groundtruth/object-detection\"}}\n";
}

QByteArray box(int id, const QByteArray &left = "1", const QByteArray &width = "10")
{
    return "{\"class_id\":" + QByteArray::number(id) + ",\"left\":" + left + ",\"top\":2,\"width\":" + width +
           ",\"height\":20}";
}

/// The number tokens of a line, as text and sorted (keys may come in another order): nothing may be lost in them.
QStringList numberTokens(const QByteArray &line)
{
    QStringList tokens;
    for (const char *key : {"\"left\"", "\"top\"", "\"width\"", "\"height\"", "\"class_id\"", "\"confidence\""}) {
        for (qsizetype at = line.indexOf(key); at >= 0; at = line.indexOf(key, at + 1)) {
            qsizetype start = line.indexOf(':', at) + 1;
            while (line[start] == ' ')
                ++start;
            qsizetype end = start;
            while (end < line.size() && QByteArray("+-.0123456789eE").contains(line[end]))
                ++end;
            tokens << QString::fromLatin1(key) + QString::fromLatin1(line.mid(start, end - start));
        }
    }
    tokens.sort();
    return tokens;
}

} // namespace

class AugmentedManifestFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realManifestsComeBackWithTheSameNumbers_data();
    void realManifestsComeBackWithTheSameNumbers();
    void theBeesAreReadWithTheirImages();
    void aLineWithoutBoxesIsEmptyOnlyWhereAPersonSaidSo();
    void workOfAModelBecomesSuggestions();
    void classIdsWithGapsBecomeOneOrderedList();
    void aBracketInANameDoesNotHideTheNextName();
    void theLastAttributeWithBoxesCounts();
    void furtherKeysSurvive();
    void unlabelledImagesAreLeftOutAndCounted();
    void addressesFollowThePrefix();
    void manifestsAreRecognizedByTheirContent();
    void aCancelledReadingStops();
};

void AugmentedManifestFormatTest::realManifestsComeBackWithTheSameNumbers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("labels");
    const QString sagemaker = sharedFolder(QStringLiteral("sagemaker"));
    QTest::newRow("bees train") << sharedFolder(QStringLiteral("bees/train.manifest")) << 150 << -1;
    QTest::newRow("bees validation") << sharedFolder(QStringLiteral("bees/validation.manifest")) << 50 << -1;
    const auto row = [&](const char *name, int lines, int labels) {
        const QString file = QStringLiteral("/%1-job-public-%1-job-public.output.manifest").arg(QLatin1String(name));
        QTest::newRow(name) << (sagemaker.isEmpty() ? QString() : sagemaker + file) << lines << labels;
    };
    row("blue-box-large", 624, 590);
    row("blue-box-small", 21, 19);
    row("yellow-box-large", 633, 579);
    row("yellow-box-small", 32, 33);
}

void AugmentedManifestFormatTest::realManifestsComeBackWithTheSameNumbers()
{
    QFETCH(QString, path);
    QFETCH(int, lines);
    QFETCH(int, labels);
    if (path.isEmpty())
        QSKIP("../shared/data is not at hand");
    CollectingSink read;
    const Result<> done = kFormat.read(from(path, QFileInfo(path).path()), read);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(static_cast<int>(read.images.size()), lines);
    if (labels >= 0)
        QCOMPARE(static_cast<int>(read.labelCount()), labels);

    QTemporaryDir folder;
    WriteOptions options;
    options.to = folder.path();
    ListSource source(read);
    const Result<WriteSummary> summary = kFormat.write(options, source, [](const FormatNote &) {});
    QVERIFY2(summary.has_value(), qPrintable(summary ? QString() : summary.error().message));
    QVERIFY(summary->leftOut.empty());
    const bool isValidation = path.contains(QLatin1String("validation"));
    const QByteArray name = isValidation ? "validation.manifest" : "train.manifest";
    const QList<QByteArray> before = fileBytes(path).trimmed().split('\n');
    const QList<QByteArray> after = fileBytes(folder.filePath(QString::fromLatin1(name))).trimmed().split('\n');
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        QCOMPARE(numberTokens(after[i]), numberTokens(before[i]));
        QVERIFY2(Json::parse(after[i].toStdString()) == Json::parse(before[i].toStdString()), after[i].constData());
    }
}

void AugmentedManifestFormatTest::theBeesAreReadWithTheirImages()
{
    const QString bees = sharedFolder(QStringLiteral("bees"));
    if (bees.isEmpty())
        QSKIP("../shared/data/bees is not at hand");
    CollectingSink read;
    QVERIFY(kFormat.read(from(bees), read).has_value());
    QCOMPARE(read.images.size(), 200u);
    QCOMPARE(read.labelCount(), 673);
    QCOMPARE(read.classNames, QStringList{QStringLiteral("bee")});
    QVERIFY2(read.notes.isEmpty(), qPrintable(read.notes.value(0).text));
    int empty = 0;
    int validation = 0;
    for (const FormatImage &image : read.images) {
        QVERIFY2(QFileInfo(image.path).isFile(), qPrintable(image.source));
        empty += image.state == ReviewState::Empty ? 1 : 0;
        validation += image.split == Split::Validation ? 1 : 0;
    }
    QCOMPARE(empty, 7);
    QCOMPARE(validation, 50);
    QVERIFY(read.images[0].labels[0].box == (Box{50.6, 104, 50.6 + 101.6, 104 + 120.80000000000001}));
    QCOMPARE(read.images[0].labels[0].confidence, 0.85);
}

void AugmentedManifestFormatTest::aLineWithoutBoxesIsEmptyOnlyWhereAPersonSaidSo()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.manifest"));
    QVERIFY(putFile(path, line("a.jpg", "", "{}") + line("b.jpg", "", "{}", "no") +
                              line("c.jpg", box(0), "{\"0\":\"x\"}") + "{\"source-ref\":\"d.jpg\"}\n"));
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QCOMPARE(read.images.size(), 4u);
    QVERIFY(read.images[0].state == ReviewState::Empty);
    QVERIFY(read.images[1].state == ReviewState::NotYet);
    QVERIFY(read.images[2].state == ReviewState::Reviewed);
    QVERIFY(read.images[3].state == ReviewState::NotYet);
    QCOMPARE(read.images[2].size, QSize(100, 80));
}

void AugmentedManifestFormatTest::workOfAModelBecomesSuggestions()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.manifest"));
    QVERIFY(putFile(path, line("a.jpg", box(0), "{\"0\":\"x\"}", "no")));
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QVERIFY(read.images[0].labels[0].isSuggestion);
    QVERIFY(read.images[0].state == ReviewState::NotYet);
}

void AugmentedManifestFormatTest::classIdsWithGapsBecomeOneOrderedList()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.manifest"));
    // The name of 5 stands first; 9 has no name anywhere; "cat" has another id in the last line.
    QVERIFY(putFile(path, line("a.jpg", box(5), "{\"5\":\"horse\"}") +
                              line("b.jpg", box(0) + ',' + box(2), "{\"0\":\"dog\",\"2\":\"cat\"}") +
                              line("c.jpg", box(9), "{}") + line("d.jpg", box(7), "{\"7\":\"cat\"}")));
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QCOMPARE(read.classNames, QString::fromLatin1("dog cat horse class-9").split(u' '));
    QCOMPARE(read.images[0].labels[0].classIndex, 2);
    QCOMPARE(read.images[1].labels[1].classIndex, 1);
    QCOMPARE(read.images[2].labels[0].classIndex, 3);
    QCOMPARE(read.images[3].labels[0].classIndex, 1);
}

void AugmentedManifestFormatTest::aBracketInANameDoesNotHideTheNextName()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.manifest"));
    QVERIFY(putFile(path, line("a.jpg", box(1), "{\"1\":\"a}x\"}") + line("b.jpg", box(2), "{\"2\":\"b\"}") +
                              line("c.jpg", box(1), "{\"1\":\"a}y\"}")));
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QCOMPARE(read.classNames, QString::fromLatin1("a}x a}y b").split(u' ')); // by their numbers 1, 1 and 2
}

void AugmentedManifestFormatTest::theLastAttributeWithBoxesCounts()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.manifest"));
    QByteArray two = line("a.jpg", box(0), "{\"0\":\"x\"}").trimmed();
    two.chop(1);
    two += ",\"adjusted\":{\"annotations\":[" + box(0, "50") +
           "]},\"adjusted-metadata\":{\"class-map\":{\"0\":\"x\"},"
           "\"adjustment-status\":\"adjusted\",\"human-annotated\":\"yes\"}}\n";
    QVERIFY(putFile(path, two));
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QCOMPARE(read.images[0].labels[0].box.left, 50.0);
}

void AugmentedManifestFormatTest::furtherKeysSurvive()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.manifest"));
    const QByteArray text =
        "{\"source-ref\":\"s3://b/a.jpg\",\"color\":\"yellow\",\"n\":[1,2.50,{\"x\":null}],\"bb\":{\"annotations\":"
        "[{\"class_id\":0,\"left\":1.0,\"top\":0.1,\"width\":0.2,\"height\":1e1,\"tag\":7}],\"image_size\":"
        "[{\"width\":100,\"height\":80,\"depth\":1}],\"more\":true},\"bb-metadata\":{\"class-map\":{\"0\":"
        "\"x\"},\"human-annotated\":\"yes\",\"objects\":[{\"confidence\":0.5,\"worker\":\"w\"}],\"type\":"
        "\"groundtruth/object-detection\",\"creation-date\":\"2019-05-21T20:14:59.371954\",\"job-name\":\"j\"}}";
    QVERIFY(putFile(path, text));
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QTemporaryDir to;
    WriteOptions options;
    options.to = to.path();
    ListSource source(read);
    QVERIFY(kFormat.write(options, source, [](const FormatNote &) {}).has_value());
    const QByteArray written = fileBytes(to.filePath(QStringLiteral("train.manifest")));
    QVERIFY2(Json::parse(written.toStdString()) == Json::parse(text.toStdString()), written.constData());
    QVERIFY2(written.contains("\"left\":1.0,\"top\":0.1,\"width\":0.2,\"height\":10.0"), written.constData());

    read.images[0].labels[0].box = {1, 2, 4.5, 6}; // edited: its own numbers count, the further keys stay
    options.attribute = QStringLiteral("renamed");
    ListSource edited(read);
    QVERIFY(kFormat.write(options, edited, [](const FormatNote &) {}).has_value());
    const Json line = Json::parse(fileBytes(to.filePath(QStringLiteral("train.manifest"))).toStdString());
    QVERIFY(!line.contains("bb") && !line.contains("bb-metadata"));
    const Json expected{{"class_id", 0}, {"left", 1}, {"top", 2}, {"width", 3.5}, {"height", 4}, {"tag", 7}};
    QVERIFY(line["renamed"]["annotations"][0] == expected);
    QVERIFY(line["renamed-metadata"]["job-name"] == "j");
}

void AugmentedManifestFormatTest::unlabelledImagesAreLeftOutAndCounted()
{
    std::vector<FormatImage> images(3);
    for (std::size_t i = 0; i < 3; ++i) {
        images[i].path = images[i].source = QStringLiteral("/photos/%1.jpg").arg(i);
        images[i].size = {10, 10};
    }
    images[1].state = ReviewState::Empty;
    images[2].labels.push_back({0, {1, 2, 3, 4}, {}, -1, false, {}});
    images[2].split = Split::Test;
    QTemporaryDir to;
    WriteOptions options;
    options.to = to.path();
    options.imageRoot = QStringLiteral("/photos");
    ListSource source({QStringLiteral("x")}, images);
    const QList<FormatNote> losses = previewExport(kFormat, source);
    QCOMPARE(losses.size(), 1);
    QVERIFY2(losses[0].text.contains(u'1') && losses[0].text.contains(QLatin1String("0.jpg")),
             qPrintable(losses[0].text));
    const Result<WriteSummary> summary = kFormat.write(options, source, [](const FormatNote &) {});
    QVERIFY(summary.has_value());
    QCOMPARE(summary->leftOut, std::vector<qint64>{0});
    const Json empty = Json::parse(fileBytes(to.filePath(QStringLiteral("train.manifest"))).toStdString());
    QVERIFY(empty["source-ref"] == "1.jpg");
    QVERIFY(empty["boxes"]["annotations"].empty() && empty["boxes-metadata"]["class-map"].is_object());
    QVERIFY(empty["boxes-metadata"]["human-annotated"] == "yes");
    QVERIFY(fileBytes(to.filePath(QStringLiteral("test.manifest"))).contains("\"source-ref\":\"2.jpg\""));
}

void AugmentedManifestFormatTest::addressesFollowThePrefix()
{
    FormatImage image;
    image.path = QStringLiteral("/photos/day 1/a.jpg");
    image.size = {10, 10};
    image.labels.push_back({0, {1, 2, 3, 4}, {}, -1, false, {}});
    QTemporaryDir to;
    WriteOptions options;
    options.to = to.path();
    options.imageRoot = QStringLiteral("/photos/");
    options.s3Prefix = QStringLiteral("s3://bucket/set/");
    ListSource source({QStringLiteral("x")}, {image});
    QVERIFY(kFormat.write(options, source, [](const FormatNote &) {}).has_value());
    const Json line = Json::parse(fileBytes(to.filePath(QStringLiteral("train.manifest"))).toStdString());
    QVERIFY(line["source-ref"] == "s3://bucket/set/day 1/a.jpg");
}

void AugmentedManifestFormatTest::manifestsAreRecognizedByTheirContent()
{
    QTemporaryDir folder;
    QVERIFY(!kFormat.recognizes(folder.path()));
    QVERIFY(putFile(folder.filePath(QStringLiteral("a.jsonl")), "{\"prompt\":\"a language model's data\"}"));
    QVERIFY(!kFormat.recognizes(folder.path()));
    QVERIFY(putFile(folder.filePath(QStringLiteral("b.manifest")), line("a.jpg", "", "{}")));
    QVERIFY(kFormat.recognizes(folder.filePath(QStringLiteral("b.manifest"))));
    QVERIFY(!kFormat.recognizes(folder.filePath(QStringLiteral("nowhere"))));
}

void AugmentedManifestFormatTest::aCancelledReadingStops()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.manifest"));
    QVERIFY(putFile(path, line("a.jpg", box(0), "{\"0\":\"x\"}").repeated(10)));
    ReadOptions options = from(path);
    CancellingSink read(options.cancel);
    QVERIFY(!kFormat.read(options, read).has_value());
    QCOMPARE(read.images.size(), 3u);
}

QTEST_GUILESS_MAIN(AugmentedManifestFormatTest)
#include "augmented_manifest_format_test.moc"
