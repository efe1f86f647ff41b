// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/recordio_writer.h"

#include "core/formats/export_dataset.h"
#include "core/formats/recordio_format.h"
#include "tests/support/record_files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

const RecordIoFormat kFormat;

} // namespace

class RecordIoWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void theListPacksToTheRecords();
    void turnedImagesArePackedUpright();
    void otherImageKindsBecomePng();
    void largeImagesAreMadeSmallerOnRequest();
    void imagesThatCannotBePackedAreToldAndLeftOut();
    void difficultTakesASixthValue();
    void aFullImageTellsItsLabelWidth();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    /// Exports one labelled image per file; boxes of 10 x 8 pixels.
    Result<ExportReport> write(const QList<QByteArray> &files, std::vector<FormatLabel> labels = {},
                               int shorterEdge = 0) const
    {
        std::vector<FormatImage> images;
        for (const QByteArray &bytes : files) {
            FormatImage image;
            image.path = m_folder->filePath(QStringLiteral("photos/%1.jpg").arg(images.size()));
            image.source = image.path;
            image.labels = labels.empty() ? std::vector<FormatLabel>{{1, {5, 2, 15, 10}, {}, -1, false, {}}} : labels;
            putFile(image.path, bytes);
            images.push_back(image);
        }
        ListSource source({QStringLiteral("cat"), QStringLiteral(u"\uac1c")}, images);
        WriteOptions options;
        options.to = path("out");
        options.shorterEdge = shorterEdge;
        return exportDataset(kFormat, options, source);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void RecordIoWriterTest::theListPacksToTheRecords()
{
    const QByteArray jpeg = encoded(halves(), "jpeg");
    const Result<ExportReport> report = write({jpeg, jpeg, jpeg});
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->notes.size(), 0);
    QCOMPARE(QDir(path("out")).entryList({QStringLiteral("train.*"), QStringLiteral("validation.*")}, QDir::Files),
             QString::fromLatin1("train.idx train.lst train.rec").split(u' '));
    QCOMPARE(fileBytes(path("out/classes.txt")), QByteArray("cat\n\xea\xb0\x9c\n"));
    const QList<ImageRecordData> records = recordsOf(path("out/train.rec"));
    QCOMPARE(records.size(), 3);
    QCOMPARE(records[2].id, quint64{2});
    QCOMPARE(records[2].labels, (std::vector<float>{2, 5, 1, .125f, .1f, .375f, .5f}));
    QCOMPARE(records[2].image, jpeg);
    QCOMPARE(fileBytes(path("out/train.lst")).split('\n')[2], QByteArray("2\t2\t5\t1\t0.125\t0.1\t0.375\t0.5\t2.jpg"));
    QCOMPARE(fileBytes(path("out/train.idx")).split('\n')[0], QByteArray("0\t0"));
}

void RecordIoWriterTest::turnedImagesArePackedUpright()
{
    // Orientation 6: a viewer turns it to the right, so that it stands 20 x 40 and the dark half is on top.
    const Result<ExportReport> report = write({turned(encoded(halves(), "jpeg"), 6)});
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->notes.size(), 1);
    QCOMPARE(report->notes[0].kind, QStringLiteral("re-encoded"));
    const QList<ImageRecordData> records = recordsOf(path("out/train.rec"));
    QVERIFY(!records[0].image.contains("Exif"));
    const QImage packed = QImage::fromData(records[0].image);
    QCOMPARE(packed.size(), QSize(20, 40));
    QVERIFY(packed.pixelColor(10, 5).lightness() < 60 && packed.pixelColor(10, 35).lightness() > 200);
    QCOMPARE(records[0].labels, (std::vector<float>{2, 5, 1, .25f, .05f, .75f, .25f}));
}

void RecordIoWriterTest::otherImageKindsBecomePng()
{
    const Result<ExportReport> report = write({encoded(halves(), "bmp"), encoded(halves(), "png")});
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    const QList<ImageRecordData> records = recordsOf(path("out/train.rec"));
    QVERIFY(records[0].image.startsWith("\x89PNG"));
    QVERIFY(QImage::fromData(records[0].image).convertToFormat(QImage::Format_RGB888) == halves());
    QCOMPARE(records[1].image, encoded(halves(), "png"));
    QCOMPARE(report->notes.size(), 1);
}

void RecordIoWriterTest::largeImagesAreMadeSmallerOnRequest()
{
    const QByteArray small = encoded(halves().scaled(16, 8), "png");
    const Result<ExportReport> report = write({encoded(halves(), "jpeg"), small}, {}, 10);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    const QList<ImageRecordData> records = recordsOf(path("out/train.rec"));
    const QImage packed = QImage::fromData(records[0].image);
    QCOMPARE(packed.size(), QSize(20, 10)); // of 40 x 20
    QVERIFY(records[0].image.startsWith("\xff\xd8"));
    QCOMPARE(records[0].labels, (std::vector<float>{2, 5, 1, .125f, .1f, .375f, .5f})); // shares stay
    QCOMPARE(records[1].image, small);                                                  // small enough: byte for byte
}

void RecordIoWriterTest::imagesThatCannotBePackedAreToldAndLeftOut()
{
    const Result<ExportReport> report = write({encoded(halves(), "png"), "broken"});
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->images, 1);
    QCOMPARE(report->notes.size(), 1);
    QCOMPARE(report->notes[0].kind, QStringLiteral("missing-image"));
    QVERIFY(report->notes[0].text.contains(QLatin1String("1.jpg")));
}

void RecordIoWriterTest::difficultTakesASixthValue()
{
    const std::vector<FormatLabel> labels{{0, {0, 0, 40, 20}, LabelFlag::Difficult, -1, false, {}},
                                          {1, {10, 5, 20, 10}, LabelFlag::Occluded, -1, false, {}}};
    const Result<ExportReport> report = write({encoded(halves(), "png")}, labels);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(recordsOf(path("out/train.rec"))[0].labels,
             (std::vector<float>{2, 6, 0, 0, 0, 1, 1, 1, 1, .25f, .25f, .5f, .5f, 0}));
    QCOMPARE(report->notes.size(), 1); // occluded is not carried
    CollectingSink sink;
    ReadOptions reading;
    reading.from = path("out");
    QVERIFY(kFormat.read(reading, sink).has_value());
    QVERIFY(sink.images[0].labels[0].flags == LabelFlag::Difficult && !sink.images[0].labels[1].flags);
}

void RecordIoWriterTest::aFullImageTellsItsLabelWidth()
{
    const std::vector<FormatLabel> labels(70, {0, {0, 0, 40, 20}, {}, -1, false, {}});
    const Result<ExportReport> report = write({encoded(halves(), "png")}, labels);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->notes.size(), 1);
    QCOMPARE(report->notes[0].kind, QStringLiteral("label-width"));
    QVERIFY2(report->notes[0].text.contains(QLatin1String("label_width 352")), qPrintable(report->notes[0].text));
}

QTEST_GUILESS_MAIN(RecordIoWriterTest)
#include "recordio_writer_test.moc"
