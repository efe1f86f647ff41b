// SPDX-License-Identifier: GPL-3.0-or-later
// Exports whose copies are turned upright or made smaller.
#include "core/formats/scaled_source.h"

#include "core/formats/export_dataset.h"
#include "core/formats/format_registry.h"
#include "core/imaging/image_reader.h"
#include "tests/support/format_doubles.h"
#include "tests/support/image_files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class ScaledSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesAndBoxesBecomeSmallerTogether_data();
    void copiesAndBoxesBecomeSmallerTogether();
    void copiesAreTurnedUpright();
    void whatNeedsNoChangeIsCopiedByteForByte();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] Result<ExportReport> write(const char *id, const std::function<void(WriteOptions &)> &change) const
    {
        ListSource source({QStringLiteral("bee")}, m_images);
        WriteOptions options;
        options.to = path("out");
        options.copyImages = true;
        options.imageRoot = path("photos");
        change(options);
        return exportDataset(*datasetFormat(QLatin1String(id)), options, source);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<FormatImage> m_images;
};

void ScaledSourceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkpath(QStringLiteral("photos"));
    m_images = std::vector<FormatImage>(2);
    QImage pixels(200, 100, QImage::Format_RGB888);
    pixels.fill(Qt::red);
    m_images[0].path = path("photos/large.png");
    QVERIFY(pixels.save(m_images[0].path));
    m_images[0].size = {200, 100};
    m_images[0].labels.push_back({0, {20, 10, 101, 60}, {}, -1, false, {}});
    m_images[1].path = path("photos/turned.jpg");
    QVERIFY(putFile(m_images[1].path, jpegWithOrientation(encoded(pixels, "jpeg"), 6, false)));
    m_images[1].size = {100, 200};
    m_images[1].labels.push_back({0, {10, 20, 60, 101}, {}, -1, false, {}});
}

void ScaledSourceTest::copiesAndBoxesBecomeSmallerTogether_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const auto &format : datasetFormats()) {
        if (format->canWrite() && !format->abilities().packsImages)
            QTest::newRow(format->id().toLatin1()) << format->id().toLatin1();
    }
}

void ScaledSourceTest::copiesAndBoxesBecomeSmallerTogether()
{
    QFETCH(QByteArray, id);
    const Result<ExportReport> report = write(id.constData(), [](WriteOptions &options) { options.shorterEdge = 50; });
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    CollectingSink back;
    ReadOptions reading;
    reading.from = report->folder;
    QVERIFY(datasetFormat(QString::fromLatin1(id))->read(reading, back));
    QCOMPARE(back.images.size(), 2u);
    for (const FormatImage &image : back.images) {
        const Result<ImageHeader> header = readImageHeader(image.path);
        QVERIFY2(header.has_value(), qPrintable(image.source));
        const bool isTurned = image.path.contains(QLatin1String("turned"));
        QCOMPARE(header->size, isTurned ? QSize(50, 100) : QSize(100, 50));
        const Box wanted = isTurned ? Box{5, 10, 30, 50.5} : Box{10, 5, 50.5, 30};
        const Box &box = image.labels.at(0).box;
        QVERIFY(std::abs(box.left - wanted.left) < 1e-3 && std::abs(box.top - wanted.top) < 1e-3);
        QVERIFY(std::abs(box.right - wanted.right) < 1e-3 && std::abs(box.bottom - wanted.bottom) < 1e-3);
    }
}

void ScaledSourceTest::copiesAreTurnedUpright()
{
    const Result<ExportReport> report =
        write("createml", [](WriteOptions &options) { options.bakesOrientation = true; });
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    const Result<ImageHeader> header = readImageHeader(path("out/turned.jpg"));
    QVERIFY(header.has_value());
    QCOMPARE(header->orientation, 1);
    QCOMPARE(header->size, QSize(100, 200));
    QCOMPARE(fileBytes(path("out/large.png")), fileBytes(m_images[0].path)); // it was upright
}

void ScaledSourceTest::whatNeedsNoChangeIsCopiedByteForByte()
{
    QVERIFY(write("createml", [](WriteOptions &options) { options.shorterEdge = 100; }));
    QCOMPARE(fileBytes(path("out/large.png")), fileBytes(m_images[0].path));
    QCOMPARE(fileBytes(path("out/turned.jpg")), fileBytes(m_images[1].path));
}

QTEST_GUILESS_MAIN(ScaledSourceTest)
#include "scaled_source_test.moc"
