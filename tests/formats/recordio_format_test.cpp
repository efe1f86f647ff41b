// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/recordio_format.h"

#include "core/mxnet/record_list.h"
#include "tests/support/record_files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

const RecordIoFormat kFormat;

QStringList filesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

const std::vector<float> kOneBox{2, 5, 0, .25f, .1f, .75f, .5f};

} // namespace

class RecordIoFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void boxesAreSharesOfTheImage();
    void classIndexesAreTheFilesNumbers();
    void classNamesStandBeside();
    void splitsComeFromNamesAndFolders();
    void withoutAnImageFolderNothingIsWritten();
    void imagesAreTakenOutByteForByte();
    void recordsOfOneIdAreAsManyImages();
    void listedPathsNeverLeadOutOfTheImageFolder();
    void aPersonsFileIsNeverOverwritten();
    void otherKindsAreNamed_data();
    void otherKindsAreNamed();
    void oddRecordsAndBoxesAreNotes();
    void aCutFileIsNamedByItsByte();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    Result<> read(const QString &from, CollectingSink &sink, const QString &images = {}) const
    {
        ReadOptions options;
        options.from = from;
        options.imageFolder = images;
        return kFormat.read(options, sink);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void RecordIoFormatTest::boxesAreSharesOfTheImage()
{
    QVERIFY(
        putRecords(path("a.rec"), {record(7, {4, 6, 40, 20, 0, .25f, .1f, .75f, .5f, 1}, encoded(halves(), "png"))}));
    QVERIFY(kFormat.recognizes(path("a.rec")) && kFormat.recognizes(m_folder->path()));
    CollectingSink sink;
    const Result<> done = read(path("a.rec"), sink);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(sink.images.size(), size_t{1});
    QCOMPARE(sink.images[0].size, QSize(40, 20));
    QCOMPARE(sink.images[0].source, QStringLiteral("a-7"));
    QVERIFY(sink.images[0].labels[0].box == (Box{10, 2, 30, 10}));
    QVERIFY(sink.images[0].labels[0].flags == LabelFlag::Difficult);
    QVERIFY(sink.images[0].state == ReviewState::Reviewed);
}

void RecordIoFormatTest::classIndexesAreTheFilesNumbers()
{
    QVERIFY(putRecords(path("a.rec"), {record(0, {2, 5, 3, 0, 0, 1, 1, 1, 0, 0, 1, 1}, encoded(halves(), "png"))}));
    CollectingSink sink;
    QVERIFY(read(path("a.rec"), sink).has_value());
    QCOMPARE(sink.classNames, QString::fromLatin1("class-0 class-1 class-2 class-3").split(u' '));
    QCOMPARE(sink.images[0].labels[0].classIndex, 3);
    QCOMPARE(sink.images[0].labels[1].classIndex, 1);
}

void RecordIoFormatTest::classNamesStandBeside()
{
    QVERIFY(putFile(path("classes.txt"), "class-2\r\nsmall dog\n\nsmall dog\n"));
    QVERIFY(putRecords(path("a.rec"), {record(0, {2, 5, 3, 0, 0, 1, 1}, encoded(halves(), "png"))}));
    CollectingSink sink;
    QVERIFY(read(path("a.rec"), sink).has_value());
    const QStringList expected{QStringLiteral("class-2"), QStringLiteral("small dog"), QStringLiteral("small dog (2)"),
                               QStringLiteral("class-3")};
    QCOMPARE(sink.classNames, expected);
    QCOMPARE(sink.images[0].labels[0].classIndex, 3);
}

void RecordIoFormatTest::splitsComeFromNamesAndFolders()
{
    const QByteArray image = encoded(halves(), "png");
    for (const char *name : {"validation/data.rec", "bees_train.rec", "test.rec", "other.rec"})
        QVERIFY(putRecords(path(name), {record(0, kOneBox, image)}));
    CollectingSink sink;
    QVERIFY(read(m_folder->path(), sink).has_value());
    QList<Split> splits;
    for (const FormatImage &found : sink.images)
        splits << found.split;
    QCOMPARE(splits, (QList<Split>{Split::Train, Split::Validation, Split::Test, Split::None}));
}

void RecordIoFormatTest::withoutAnImageFolderNothingIsWritten()
{
    const QByteArray image = encoded(halves(), "png");
    QVERIFY(putRecords(path("a.rec"), {record(0, kOneBox, image), record(1, kOneBox, image)}));
    QVERIFY(putFile(path("a.lst"), "0\t2\t5\t0\t0\t0\t1\t1\tx/found.png\n1\t2\t5\t0\t0\t0\t1\t1\tgone.png\n"));
    QVERIFY(putFile(path("x/found.png"), image));
    for (const QString &images : {QString(), m_folder->path()}) {
        CollectingSink sink;
        QVERIFY(read(path("a.rec"), sink, images).has_value());
        QCOMPARE(sink.images[0].path, path("x/found.png"));
        QCOMPARE(sink.images[1].path, QString());
        QCOMPARE(sink.images[1].source, QStringLiteral("gone.png"));
        QCOMPARE(sink.countOf(QStringLiteral("missing-image")), 1);
        QCOMPARE(filesOf(m_folder->path()), (QStringList{QStringLiteral("a.lst"), QStringLiteral("a.rec")}));
    }
}

void RecordIoFormatTest::imagesAreTakenOutByteForByte()
{
    const QByteArray png = encoded(halves(), "png");
    const QByteArray jpeg = encoded(halves(), "jpeg");
    QVERIFY(putRecords(path("a.rec"), {record(3, kOneBox, png), record(4, kOneBox, jpeg), record(5, kOneBox, jpeg)}));
    QVERIFY(putFile(path("a.lst"), "3\t2\t5\t0\t0\t0\t1\t1\tone.png\n4\t2\t5\t0\t0\t0\t1\t1\tday 1/two.png\n"));
    for (int round = 0; round < 2; ++round) { // the second time the files are there
        CollectingSink sink;
        QVERIFY(read(path("a.rec"), sink, path("images")).has_value());
        QCOMPARE(sink.images[0].path, path("images/one.png"));
        QCOMPARE(sink.images[1].path, path("images/two.jpg")); // what it is, not what it was before im2rec
        QCOMPARE(sink.images[2].path, path("images/a-5.jpg"));
        QCOMPARE(fileBytes(sink.images[0].path), png);
        QCOMPARE(fileBytes(sink.images[1].path), jpeg);
        QCOMPARE(sink.notes.size(), 0);
        QCOMPARE(filesOf(path("images")).size(), 3);
    }
}

/// Some packers give every record the id 0.
void RecordIoFormatTest::recordsOfOneIdAreAsManyImages()
{
    constexpr int kCount = 10'500;
    QList<QByteArray> records;
    QImage image(4, 4, QImage::Format_RGB888);
    image.fill(Qt::white);
    for (int i = 0; i < kCount; ++i) {
        image.setPixelColor(1, 1, QColor(i % 251, i / 251, 7));
        records.append(record(0, kOneBox, encoded(image, "bmp")));
    }
    QVERIFY(putRecords(path("a.rec"), records));
    CollectingSink once;
    QVERIFY(read(path("a.rec"), once, path("images")).has_value());
    CollectingSink again;
    QVERIFY(read(path("a.rec"), again, path("images")).has_value());
    QCOMPARE(filesOf(path("images")).size(), kCount);
    QCOMPARE(once.images[0].path, path("images/a-0.bmp"));
    for (std::size_t i = 0; i < once.images.size(); ++i)
        QCOMPARE(again.images[i].path, once.images[i].path);
}

void RecordIoFormatTest::listedPathsNeverLeadOutOfTheImageFolder()
{
    const QStringList hostile{QStringLiteral("../evil.png"),
                              QStringLiteral("/etc/evil.png"),
                              QStringLiteral("..\\..\\evil.png"),
                              QStringLiteral("C:\\evil.png"),
                              QStringLiteral(".."),
                              QStringLiteral("..png"),
                              QStringLiteral("a\x01"
                                             "b:c?.png"),
                              QString(5000, u'x') + QStringLiteral(".png")};
    QList<QByteArray> records;
    QByteArray list;
    for (int i = 0; i < hostile.size(); ++i) {
        QImage image = halves();
        image.setPixelColor(0, 0, QColor(i, 0, 0));
        records << record(quint64(i), kOneBox, encoded(image, "png"));
        list += *recordListLine({quint64(i), {2, 5}, hostile[i]});
    }
    QVERIFY(putRecords(path("in/a.rec"), records) && putFile(path("in/a.lst"), list));
    CollectingSink sink;
    const Result<> done = read(path("in/a.rec"), sink, path("in/images"));
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(filesOf(path("in/images")).size(), hostile.size());
    for (const FormatImage &image : sink.images)
        QCOMPARE(QFileInfo(image.path).absolutePath(), path("in/images"));
    QCOMPARE(filesOf(m_folder->path()).size(), 0);
    QCOMPARE(filesOf(path("in")).size(), 2);
}

void RecordIoFormatTest::aPersonsFileIsNeverOverwritten()
{
    QVERIFY(putFile(path("images/one.png"), "mine"));
    QVERIFY(putRecords(path("a.rec"), {record(3, kOneBox, encoded(halves(), "png"))}));
    QVERIFY(putFile(path("a.lst"), "3\t2\t5\t0\t0\t0\t1\t1\tone.png\n"));
    CollectingSink sink;
    QVERIFY(read(path("a.rec"), sink, path("images")).has_value());
    QCOMPARE(fileBytes(path("images/one.png")), QByteArray("mine"));
    QCOMPARE(sink.images[0].path, path("images/one-2.png"));
}

void RecordIoFormatTest::otherKindsAreNamed_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("expected");
    const QByteArray image = encoded(halves(), "png");
    QTest::newRow("classification") << record(0, {}, image) << QStringLiteral("for classification");
    QTest::newRow("bare image") << image << QStringLiteral("a bare image without labels");
    QTest::newRow("protobuf") << QByteArray("\x0a\x12\x0a\x06values\x12\x08\x12\x06\x0a\x04\0\0\x80\x3f", 20)
                              << QStringLiteral("a protobuf message");
    QTest::newRow("text") << QByteArray("{\"annotations\": []}          ") << QStringLiteral("is no image record");
    QTest::newRow("no image") << record(0, kOneBox, "not an image") << QStringLiteral("no image of a kind");
    QTest::newRow("labels of another sort") << record(0, {1, 2, 3}, image) << QStringLiteral("header width is 1");
}

void RecordIoFormatTest::otherKindsAreNamed()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, expected);
    QVERIFY(putRecords(path("a.rec"), {payload}));
    CollectingSink sink;
    const Result<> done = read(path("a.rec"), sink);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(expected), qPrintable(done.error().message));
    QVERIFY2(done.error().message.contains(QLatin1String("a.rec, record at byte 0")), qPrintable(done.error().message));
}

void RecordIoFormatTest::oddRecordsAndBoxesAreNotes()
{
    const QByteArray image = encoded(halves(), "png");
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> boxes{2,   5,  0,   0,   0,  1, 1, // good
                                   0,   .5, .5,  .5,  1,        // no width
                                   .5f, 0,  0,   1,   1,        // class 0.5
                                   1e9, 0,  0,   1,   1,        // class 1e9
                                   0,   0,  nan, 1,   1,        // no number
                                   0,   10, 10,  300, 200};     // pixels
    QVERIFY(putRecords(path("a.rec"), {record(0, boxes, image), "damaged", record(1, kOneBox, image)}));
    CollectingSink sink;
    QVERIFY(read(path("a.rec"), sink, path("images")).has_value());
    QCOMPARE(sink.images.size(), size_t{2});
    QCOMPARE(sink.images[0].labels.size(), size_t{2});
    QCOMPARE(sink.countOf(QStringLiteral("degenerate-box")), 1);
    QCOMPARE(sink.countOf(QStringLiteral("bad-box")), 3);
    QCOMPARE(sink.countOf(QStringLiteral("outside-box")), 1);
    QCOMPARE(sink.countOf(QStringLiteral("bad-record")), 1);
    QCOMPARE(sink.notes.size(), 6);
    QVERIFY(sink.notes[0].text.startsWith(QLatin1String("a.rec, record at byte 0: object 2")));
}

void RecordIoFormatTest::aCutFileIsNamedByItsByte()
{
    const QByteArray image = encoded(halves(), "png");
    QVERIFY(putRecords(path("a.rec"), {record(0, kOneBox, image)}));
    const QByteArray whole = fileBytes(path("a.rec"));
    QVERIFY(putFile(path("a.rec"), whole + whole.chopped(4)));
    CollectingSink sink;
    const Result<> done = read(path("a.rec"), sink);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QStringLiteral("byte %1").arg(whole.size())),
             qPrintable(done.error().message));
    QVERIFY(putFile(path("a.rec"), {}));
    QVERIFY(!read(path("a.rec"), sink).has_value());
}

QTEST_GUILESS_MAIN(RecordIoFormatTest)
#include "recordio_format_test.moc"
