// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/openimages_format.h"

#include "tests/support/format_folder.h"

#include <QImage>
#include <QTest>

using namespace boxwright;

namespace {

const OpenImagesFormat kFormat;
const QByteArray kHeader = "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,"
                           "IsDepiction,IsInside\n";

} // namespace

class OpenImagesFormatTest : public QObject, private FormatFolder
{
    Q_OBJECT

public:
    OpenImagesFormatTest()
        : FormatFolder(kFormat)
    {
    }

private Q_SLOTS:
    void init();
    void theSampleIsRead();
    void tablesComeBackAsTheyWere();
    void wrongRecordsAreNotesThatNameThem_data();
    void wrongRecordsAreNotesThatNameThem();
    void imagesThatAreNotThereAreLeftOut();
};

void OpenImagesFormatTest::init()
{
    renewFolder();
    QDir(m_folder->path()).mkpath(QStringLiteral("images/train"));
    QImage image(200, 100, QImage::Format_RGB888);
    image.fill(Qt::gray);
    QVERIFY(image.save(path("images/train/0a.jpg")) && image.save(path("images/train/0b.jpg")));
}

void OpenImagesFormatTest::theSampleIsRead()
{
    const QString sample = sharedFolder(QStringLiteral("format-samples/openvinotoolkit/open_images_dataset/v6"));
    if (sample.isEmpty())
        QSKIP("../shared/data/format-samples is not at hand");
    QVERIFY(kFormat.recognizes(sample));
    CollectingSink sink;
    QVERIFY(read(sample, sink));
    QCOMPARE(sink.images.size(), 4u);
    QCOMPARE(sink.labelCount(), 2);
    QCOMPARE(sink.classNames.size(), 4);
    QCOMPARE(sink.classNames[3], QStringLiteral("Generic label #3"));
    QVERIFY(sink.images[0].split == Split::Train && sink.images[1].split == Split::Test);
    const FormatLabel &label = sink.images[1].labels[0];
    QVERIFY(label.flags == (LabelFlag::Occluded | LabelFlag::Crowd));
    QCOMPARE(label.confidence, 0.7);
    QCOMPARE(label.classIndex, 3);
}

void OpenImagesFormatTest::tablesComeBackAsTheyWere()
{
    const QByteArray boxes = kHeader + "0a,xclick,/m/7,1,0.10,0.5,0.2,1,0,1,0,0,0\n"
                                       "0a,activemil,/m/3,0.5,0,0.333333,0.2,0.9,-1,-1,-1,-1,-1\n"
                                       "0b,xclick,/m/3,1,0.1,0.5,0.2,1,0,0,1,0,1\n";
    QVERIFY(putFile(path("annotations/train-annotations-bbox.csv"), boxes));
    const QByteArray classes = "/m/3,\"Cat, small\"\n/m/7,Dog\n";
    QVERIFY(putFile(path("annotations/class-descriptions-boxable.csv"), classes));
    CollectingSink sink;
    QVERIFY(read(m_folder->path(), sink));
    QCOMPARE(sink.classNames, QStringList({QStringLiteral("Cat, small"), QStringLiteral("Dog")}));
    QCOMPARE(sink.images[0].labels[0].box, (Box{20, 20, 100, 100}));
    QVERIFY(sink.images[0].labels[0].flags == LabelFlags(LabelFlag::Truncated));

    ListSource source(sink);
    WriteOptions options;
    options.to = path("out");
    options.copyImages = true;
    const Result<ExportReport> report = exportDataset(kFormat, options, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(fileBytes(path("out/annotations/train-annotations-bbox.csv")), boxes);
    QCOMPARE(fileBytes(path("out/annotations/class-descriptions-boxable.csv")), classes);
    QVERIFY(QFileInfo(path("out/images/train/0a.jpg")).isFile());
}

void OpenImagesFormatTest::wrongRecordsAreNotesThatNameThem_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("kind");
    QTest::newRow("text") << QByteArray("0a,x,/m/3,1,a,0.5,0.2,1,0,0,0,0,0") << QStringLiteral("bad-box");
    QTest::newRow("nan") << QByteArray("0a,x,/m/3,1,nan,0.5,0.2,1,0,0,0,0,0") << QStringLiteral("bad-box");
    QTest::newRow("huge") << QByteArray("0a,x,/m/3,1,0,1e308,0.2,1,0,0,0,0,0") << QStringLiteral("bad-box");
    QTest::newRow("short") << QByteArray("0a,x,/m/3") << QStringLiteral("bad-box");
    QTest::newRow("no class") << QByteArray("0a,x,,1,0,0.5,0.2,1,0,0,0,0,0") << QStringLiteral("bad-box");
    QTest::newRow("no area") << QByteArray("0a,x,/m/3,1,0.5,0.5,0.2,1,0,0,0,0,0") << QStringLiteral("degenerate-box");
}

void OpenImagesFormatTest::wrongRecordsAreNotesThatNameThem()
{
    QFETCH(QByteArray, record);
    QFETCH(QString, kind);
    QVERIFY(putFile(path("x-annotations-bbox.csv"), kHeader + record + '\n'));
    CollectingSink sink;
    QVERIFY(read(path("x-annotations-bbox.csv"), sink));
    QCOMPARE(sink.labelCount(), 0);
    QCOMPARE(sink.countOf(kind), 1);
    QVERIFY2(sink.notes[0].text.contains(QLatin1String("bbox.csv, line 2")), qPrintable(sink.notes[0].text));
}

void OpenImagesFormatTest::imagesThatAreNotThereAreLeftOut()
{
    QVERIFY(putFile(path("x.csv"), kHeader + "none,x,/m/3,1,0.1,0.5,0.2,1,0,0,0,0,0\n"));
    CollectingSink sink;
    const Result<> done = read(path("x.csv"), sink);
    QVERIFY(!done && done.error().message.contains(QLatin1String("none was left out")));
    QVERIFY(!kFormat.recognizes(path("images")));
}

QTEST_GUILESS_MAIN(OpenImagesFormatTest)
#include "openimages_format_test.moc"
