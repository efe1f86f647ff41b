// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/image_reader.h"

#include "tests/support/image_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

QByteArray pngWithOrientation(const QByteArray &png, int orientation)
{
    const QByteArray body = exifTiff(orientation, false);
    const QByteArray chunk = "eXIf" + body;
    const qsizetype afterHeader = 8 + 25;
    return png.left(afterHeader) + bigEndian(quint32(body.size())) + chunk + bigEndian(crc32(chunk)) +
           png.mid(afterHeader);
}

/// Where the pixel shown at (x, y) lies in the stored image of `size` (EXIF 2.3, Orientation).
QPoint storedPoint(QPoint shown, int orientation, QSize size)
{
    const int right = size.width() - 1;
    const int bottom = size.height() - 1;
    switch (orientation) {
    case 2:
        return {right - shown.x(), shown.y()};
    case 3:
        return {right - shown.x(), bottom - shown.y()};
    case 4:
        return {shown.x(), bottom - shown.y()};
    case 5:
        return {shown.y(), shown.x()};
    case 6:
        return {shown.y(), bottom - shown.x()};
    case 7:
        return {right - shown.y(), bottom - shown.x()};
    case 8:
        return {right - shown.y(), shown.x()};
    default:
        return shown;
    }
}

} // namespace

class ImageOrientationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orientationIsApplied_data();
    void orientationIsApplied();
    void orientationOutsideOneToEightCountsAsOne();
    void aRealPhotoWithOrientationZeroIsRead();
};

void ImageOrientationTest::orientationIsApplied_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        for (const char *kind : {"jpeg little-endian", "jpeg big-endian", "png", "tiff"})
            QTest::addRow("%s %d", kind, orientation) << QByteArray(kind) << orientation;
    }
}

void ImageOrientationTest::orientationIsApplied()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, orientation);
    // Blocks of 16 x 16 survive JPEG's halved chroma.
    const QImage stored = distinctPixels().scaled(96, 64);
    QByteArray bytes;
    if (kind == "png") {
        bytes = pngWithOrientation(encoded(stored, "png"), orientation);
    } else if (kind == "tiff") {
        bytes = encoded(stored, "tiff");
        const qsizetype tag = bytes.indexOf(QByteArray("\x12\x01\x03\0\x01\0\0\0", 8));
        QVERIFY(tag > 0);
        bytes[tag + 8] = char(orientation);
    } else {
        bytes = jpegWithOrientation(encoded(stored, "jpeg", 100), orientation, kind.contains("little"));
    }
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("turned"));
    QVERIFY(put(path, bytes));

    const Result<ImageHeader> header = readImageHeader(path);
    QVERIFY(header.has_value());
    QCOMPARE(header->orientation, orientation);
    const Result<QImage> shown = readImage(path);
    QVERIFY(shown.has_value());
    QCOMPARE(shown->size(), orientation >= 5 ? QSize(64, 96) : QSize(96, 64));
    QCOMPARE(header->size, shown->size());
    for (int y = 8; y < shown->height(); y += 16) {
        for (int x = 8; x < shown->width(); x += 16) {
            const QColor got = shown->pixelColor(x, y);
            const QColor wanted = stored.pixelColor(storedPoint({x, y}, orientation, stored.size()));
            QVERIFY(qAbs(got.red() - wanted.red()) < 9 && qAbs(got.green() - wanted.green()) < 9);
        }
    }
    const Result<QImage> small = readImage(path, {}, QSize(24, 24));
    QCOMPARE(small->size(), orientation >= 5 ? QSize(16, 24) : QSize(24, 16));
}

void ImageOrientationTest::orientationOutsideOneToEightCountsAsOne()
{
    for (const int orientation : {0, 9, 200}) {
        const QByteArray bytes = jpegWithOrientation(encoded(distinctPixels(), "jpeg"), orientation, true);
        const Result<QImage> read = decodeImage(bytes, QStringLiteral("odd.jpg"));
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), QSize(6, 4));
    }
}

void ImageOrientationTest::aRealPhotoWithOrientationZeroIsRead()
{
    const QString folder = qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/data/bees/images");
    if (!QDir(folder).exists())
        QSKIP("../shared/data/bees is not at hand");
    const Result<QStringList> files = findImageFiles(folder);
    QVERIFY(files.has_value());
    QCOMPARE(files->size(), 200);
    for (const QString &path : *files) {
        const Result<ImageHeader> header = readImageHeader(path);
        QVERIFY2(header.has_value(), qPrintable(path));
        QCOMPARE(readImage(path)->size(), header->size);
    }
}

QTEST_GUILESS_MAIN(ImageOrientationTest)
#include "image_orientation_test.moc"
