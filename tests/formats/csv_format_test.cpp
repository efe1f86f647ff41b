// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_format.h"

#include "tests/support/format_folder.h"

#include <QTest>

using namespace boxwright;

namespace {

const CsvFormat kFormat;

} // namespace

class CsvFormatTest : public QObject, private FormatFolder
{
    Q_OBJECT

public:
    CsvFormatTest()
        : FormatFolder(kFormat)
    {
    }

private Q_SLOTS:
    void init() { renewFolder(); }
    void columnsMayHaveOtherNamesAndOrder();
    void everythingComesBack();
    void wrongRecordsAreNotesThatNameThem_data();
    void wrongRecordsAreNotesThatNameThem();
    void whatIsNoTableIsOneClearMessage_data();
    void whatIsNoTableIsOneClearMessage();
};

void CsvFormatTest::columnsMayHaveOtherNamesAndOrder()
{
    QVERIFY(putFile(path("train.csv"), "filename,width,height,class,xmin,ymin,xmax,ymax,note\n"
                                       "a.jpg,100,80,\"bee, small\",1,2,3.5,4,x\na.jpg,100,80,bee,5,6,7,8,\n"));
    QVERIFY(putFile(path("val.csv"), "xmin,ymin,xmax,ymax,label,image\n1,1,2,2,bee,b.jpg\n"));
    QVERIFY(kFormat.recognizes(m_folder->path()));
    CollectingSink sink;
    QVERIFY(read(m_folder->path(), sink));
    QCOMPARE(sink.images.size(), 2u);
    QCOMPARE(sink.classNames, QStringList({QStringLiteral("bee, small"), QStringLiteral("bee")}));
    QCOMPARE(sink.images[0].labels[0].box, (Box{1, 2, 3.5, 4}));
    QCOMPARE(sink.images[0].size, QSize(100, 80));
    QVERIFY(sink.images[0].split == Split::Train && sink.images[1].split == Split::Validation);
    QVERIFY(sink.images[0].state == ReviewState::Reviewed);
    QCOMPARE(sink.countOf(QStringLiteral("unknown-column")), 1);
    QCOMPARE(sink.countOf(QStringLiteral("missing-image")), 2);
}

void CsvFormatTest::everythingComesBack()
{
    QVERIFY(putFile(path("photos/a/x.jpg"), "?") && putFile(path("photos/b/x.jpg"), "?"));
    std::vector<FormatImage> images(3);
    images[0].path = path("photos/a/x.jpg");
    images[0].size = {640, 480};
    images[0].split = Split::Test;
    images[0].state = ReviewState::NotYet;
    images[0].labels.push_back(
        {1, {1.0 / 3, 0.1, 1e-9 + 20, 30.5}, LabelFlag::Crowd | LabelFlag::Occluded, 0.25, false, {}});
    images[1].path = path("photos/b/x.jpg");
    images[1].state = ReviewState::Empty;
    images[2].path = path("photos/b/not there.jpg");
    images[2].state = ReviewState::Reviewed;
    images[2].labels.push_back({0, {0, 0, 1, 1}, LabelFlag::Difficult | LabelFlag::Truncated, -1, false, {}});
    ListSource source({QStringLiteral(" # \"odd\",\nname"), QStringLiteral("bee"), QStringLiteral("unused")}, images);
    WriteOptions options;
    options.to = path("out");
    options.imageRoot = path("photos");
    const Result<ExportReport> report = exportDataset(kFormat, options, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QVERIFY2(report->notes.isEmpty(), qPrintable(report->notes.value(0).text));
    CollectingSink sink;
    ReadOptions reading;
    reading.from = options.to;
    reading.imageFolder = options.imageRoot;
    QVERIFY(kFormat.read(reading, sink));
    QCOMPARE(sink.images.size(), images.size());
    for (std::size_t i = 0; i < images.size(); ++i) {
        const FormatImage &image = sink.images[i];
        if (i < 2)
            QCOMPARE(image.path, images[i].path);
        QCOMPARE(image.size, images[i].size);
        QVERIFY(image.split == images[i].split && image.state == images[i].state);
        QCOMPARE(image.labels.size(), images[i].labels.size());
        for (std::size_t k = 0; k < image.labels.size(); ++k) {
            const FormatLabel &label = images[i].labels[k];
            QCOMPARE(image.labels[k].box, label.box);
            QVERIFY(image.labels[k].flags == label.flags);
            QCOMPARE(image.labels[k].confidence, label.confidence);
            QCOMPARE(sink.classNames[image.labels[k].classIndex], source.classes()[label.classIndex]);
        }
    }
    QVERIFY(sink.classNames.contains(QStringLiteral("unused")));
}

void CsvFormatTest::wrongRecordsAreNotesThatNameThem_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("kind");
    QTest::newRow("text") << QByteArray("a.jpg,bee,1,2,three,4") << QStringLiteral("bad-box");
    QTest::newRow("nan") << QByteArray("a.jpg,bee,1,2,nan,4") << QStringLiteral("bad-box");
    QTest::newRow("huge") << QByteArray("a.jpg,bee,1,2,1e308,4") << QStringLiteral("bad-box");
    QTest::newRow("short") << QByteArray("a.jpg,bee,1,2") << QStringLiteral("bad-box");
    QTest::newRow("no class") << QByteArray("a.jpg,,1,2,3,4") << QStringLiteral("bad-box");
    QTest::newRow("negative") << QByteArray("a.jpg,bee,3,2,1,4") << QStringLiteral("degenerate-box");
    QTest::newRow("no image") << QByteArray(",bee,1,2,3,4") << QStringLiteral("bad-line");
}

void CsvFormatTest::wrongRecordsAreNotesThatNameThem()
{
    QFETCH(QByteArray, record);
    QFETCH(QString, kind);
    QVERIFY(putFile(path("x.csv"), "image,class,left,top,right,bottom\nb.jpg,bee,1,1,2,2\n" + record + '\n'));
    CollectingSink sink;
    QVERIFY(read(path("x.csv"), sink));
    QCOMPARE(sink.labelCount(), 1);
    QCOMPARE(sink.countOf(kind), 1);
    for (const FormatNote &note : sink.notes) {
        if (note.kind == kind)
            QVERIFY2(note.text.contains(QLatin1String("x.csv, line 3")), qPrintable(note.text));
    }
}

void CsvFormatTest::whatIsNoTableIsOneClearMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other columns") << QByteArray("filename, bee, wasp\na.jpg, 1, 0\n");
    QTest::newRow("no records") << QByteArray("image,class,left,top,right,bottom\n");
    QTest::newRow("open quote") << QByteArray("image,class,left,top,right,bottom\na,\"b,1,2,3,4\n");
    QTest::newRow("binary") << QByteArray(5000, '\0');
}

void CsvFormatTest::whatIsNoTableIsOneClearMessage()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(putFile(path("broken.csv"), bytes));
    CollectingSink sink;
    const Result<> done = read(path("broken.csv"), sink);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QLatin1String("broken.csv")), qPrintable(done.error().message));
}

QTEST_GUILESS_MAIN(CsvFormatTest)
#include "csv_format_test.moc"
