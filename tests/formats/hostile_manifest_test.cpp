// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/augmented_manifest_format.h"

#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

const AugmentedManifestFormat kFormat;

ReadOptions from(const QString &path, const QString &images = {})
{
    ReadOptions options;
    options.from = path;
    options.imageFolder = images;
    return options;
}

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

} // namespace

class HostileManifestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badLinesAreNotesAndTheRestIsRead();
    void whatIsNoManifestIsOneClearMessage_data();
    void whatIsNoManifestIsOneClearMessage();
};

void HostileManifestTest::badLinesAreNotesAndTheRestIsRead()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mixed.manifest"));
    QVERIFY(putFile(
        path, "\xef\xbb\xbf" + line("a.jpg", box(0), "{\"0\":\"x\"}") + "{broken\n\r\n" +
                  line("b.jpg", box(0, "NaN"), "{\"0\":\"x\"}") +
                  line("c.jpg", box(0, "1e308", "1e308") + ',' + box(0, "1", "-3") + ',' + box(0), "{\"0\":\"x\"}") +
                  line("d.jpg", "{\"class_id\":-1,\"left\":1},7", "{\"0\":\"x\"}") + "{\"no\":\"image\"}"));
    CollectingSink read;
    const Result<> done = kFormat.read(from(path), read);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(read.images.size(), 3u);
    QCOMPARE(read.labelCount(), 2);
    QCOMPARE(read.countOf(QStringLiteral("bad-line")), 3);
    QCOMPARE(read.countOf(QStringLiteral("bad-box")), 3);
    QCOMPARE(read.countOf(QStringLiteral("degenerate-box")), 1);
    QVERIFY(read.images[2].state == ReviewState::NotYet); // its boxes were refused: it is not empty
    const auto degenerate = std::find_if(read.notes.begin(), read.notes.end(), [](const FormatNote &note) {
        return note.kind == QLatin1String("degenerate-box");
    });
    QVERIFY2(degenerate->text.contains(QLatin1String("mixed.manifest, line 5")) &&
                 degenerate->text.contains(QLatin1String("annotations[1]")) &&
                 degenerate->text.contains(QLatin1String("-3")),
             qPrintable(degenerate->text));
}

void HostileManifestTest::whatIsNoManifestIsOneClearMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QByteArray good = line("a.jpg", box(0), "{\"0\":\"x\"}");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("blank lines") << QByteArray("\n\n\r\n") << QStringLiteral("empty");
    QTest::newRow("truncated") << good.left(good.size() / 2) << QStringLiteral("line 1");
    QTest::newRow("binary") << QByteArray("\x00\x01\xff\xfe\x89PNG", 8).repeated(5000) << QStringLiteral("line 1");
    QTest::newRow("invalid utf-8") << QByteArray("{\"source-ref\":\"\xff\xfe.jpg\"}") << QStringLiteral("line 1");
    QTest::newRow("deep nesting") << QByteArray(1'000'000, '[') << QStringLiteral("nested");
    QTest::newRow("deep but balanced") << QByteArray("{\"a\":") + QByteArray(100'000, '[') + QByteArray(100'000, ']') +
                                              '}'
                                       << QStringLiteral("nested");
    QTest::newRow("classification")
        << QByteArray(
               "{\"source-ref\":\"a.jpg\",\"c\":0,\"c-metadata\":{\"type\":\"groundtruth/image-classification\"}}")
        << QStringLiteral("image-classification");
    QTest::newRow("video")
        << QByteArray("{\"source-ref\":\"a\",\"v-ref\":\"s3://x/SeqLabel.json\",\"v-ref-metadata\":{\"type\":"
                      "\"groundtruth/video-object-detection\"}}")
        << QStringLiteral("video-object-detection");
    QTest::newRow("a list") << QByteArray("[1,2,3]") << QStringLiteral("object");
    QTest::newRow("number too large") << QByteArray("{\"source-ref\":\"a\",\"x\":1e999}") << QStringLiteral("JSON");
    QTest::newRow("many bad lines") << QByteArray("what\n").repeated(100'000) << QStringLiteral("line 1");
}

void HostileManifestTest::whatIsNoManifestIsOneClearMessage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("hostile.manifest"));
    QVERIFY(putFile(path, bytes));
    CollectingSink read;
    const Result<> done = kFormat.read(from(path), read);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QLatin1String("hostile.manifest")) && done.error().message.contains(says),
             qPrintable(done.error().message));
    QVERIFY(read.images.empty());
    QVERIFY(read.notes.size() <= 20);
}

QTEST_GUILESS_MAIN(HostileManifestTest)
#include "hostile_manifest_test.moc"
