// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/image_reader.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <atomic>
#include <thread>

using namespace boxwright;

namespace {

QByteArray encoded(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, format, quality) ? bytes : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// 6 x 4 pixels, each of a colour of its own.
QImage distinctPixels()
{
    QImage image(6, 4, QImage::Format_RGB888);
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 6; ++x)
            image.setPixelColor(x, y, QColor(10 + 40 * x, 20 + 50 * y, 5 + 10 * (x + 6 * y)));
    }
    return image;
}

/// A TIFF structure with the one tag Orientation, as EXIF embeds it.
QByteArray exifTiff(int orientation, bool isLittle)
{
    QByteArray tiff = isLittle ? QByteArray("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18)
                               : QByteArray("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01", 18);
    tiff += isLittle ? QByteArray(1, char(orientation)) + QByteArray(3, '\0')
                     : QByteArray(1, '\0') + QByteArray(1, char(orientation)) + QByteArray(2, '\0');
    return tiff + QByteArray(4, '\0');
}

QByteArray jpegWithOrientation(const QByteArray &jpeg, int orientation, bool isLittle)
{
    const QByteArray body = QByteArray("Exif\0\0", 6) + exifTiff(orientation, isLittle);
    QByteArray segment("\xff\xe1");
    segment += char((body.size() + 2) >> 8);
    segment += char((body.size() + 2) & 0xff);
    return jpeg.left(2) + segment + body + jpeg.mid(2);
}

quint32 crc32(const QByteArray &bytes) // PNG specification, annex D
{
    quint32 crc = 0xffffffffu;
    for (const char byte : bytes) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xedb88320u ^ (crc >> 1) : crc >> 1;
    }
    return crc ^ 0xffffffffu;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

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

int largestDifference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return 999;
    int largest = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            largest =
                std::max({largest, qAbs(qRed(p) - qRed(q)), qAbs(qGreen(p) - qGreen(q)), qAbs(qBlue(p) - qBlue(q))});
        }
    }
    return largest;
}

// 2 x 2 pixels of C 0 %, M 100 %, Y 100 %, K 0 %, inverted as Adobe writes it. Made by ImageMagick 6:
//   convert -size 2x2 xc:red -colorspace CMYK -strip -quality 100 cmyk.jpg
constexpr char kCmykJpeg[] =
    "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
    "AQEBAQEBAQEBAQEB/9sAQwEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
    "AQEBAQEB/8AAFAgAAgACBAERAAIRAQMRAQQRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAkK/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/E"
    "ABUBAQEAAAAAAAAAAAAAAAAAAAkL/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwBmCsJ/6/h//9k=";

} // namespace

class ImageReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesOutWithItsPixels_data();
    void everyKindComesOutWithItsPixels();
    void theKindIsToldFromTheContent();
    void greyIsRepeated();
    void alphaIsDroppedWithoutBlending();
    void sixteenBitsKeepTheUpperEight();
    void palettesBecomeTheirColours();
    void cmykBecomesRgb();
    void orientationIsApplied_data();
    void orientationIsApplied();
    void orientationOutsideOneToEightCountsAsOne();
    void aSmallerCopyKeepsTheAspect_data();
    void aSmallerCopyKeepsTheAspect();
    void anImageAboveTheLimitIsRefusedByItsHeader();
    void brokenFilesAreMessagesThatNameTheFile_data();
    void brokenFilesAreMessagesThatNameTheFile();
    void anyFileNameWorks();
    void filesAreFoundInNaturalOrder();
    void hiddenFilesAndLinkedFoldersAreSkipped();
    void threadsReadAtTheSameTime();
    void aRealPhotoWithOrientationZeroIsRead();
};

void ImageReaderTest::everyKindComesOutWithItsPixels_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("tolerance");
    QTest::newRow("jpeg") << QByteArray("jpeg") << 40; // chroma is halved: compared on flat colour below
    QTest::newRow("png") << QByteArray("png") << 0;
    QTest::newRow("bmp") << QByteArray("bmp") << 0;
    QTest::newRow("tiff") << QByteArray("tiff") << 0;
    QTest::newRow("webp") << QByteArray("webp") << 0;
}

void ImageReaderTest::everyKindComesOutWithItsPixels()
{
    QFETCH(QByteArray, format);
    QFETCH(int, tolerance);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("image"));
    QImage image = distinctPixels();
    if (format == "jpeg")
        image.fill(QColor(200, 100, 50));
    put(path, encoded(image, format.constData(), 100));

    const Result<ImageHeader> header = readImageHeader(path);
    QVERIFY2(header.has_value(), qPrintable(header ? QString() : header.error().message));
    QCOMPARE(header->size, QSize(6, 4));
    QCOMPARE(header->format, format);
    QCOMPARE(header->orientation, 1);
    const Result<QImage> read = readImage(path);
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->format(), QImage::Format_RGB888);
    QVERIFY(largestDifference(*read, image) <= (format == "jpeg" ? 2 : tolerance));
}

void ImageReaderTest::theKindIsToldFromTheContent()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("really_a_png.jpg"));
    put(path, encoded(distinctPixels(), "png"));
    QCOMPARE(readImageHeader(path)->format, QByteArray("png"));
    QCOMPARE(largestDifference(*readImage(path), distinctPixels()), 0);
}

void ImageReaderTest::greyIsRepeated()
{
    QImage grey(3, 1, QImage::Format_Grayscale8);
    const uchar values[] = {0, 77, 255};
    std::copy(std::begin(values), std::end(values), grey.scanLine(0));
    const Result<QImage> read = decodeImage(encoded(grey, "png"), QStringLiteral("grey.png"));
    QVERIFY(read.has_value());
    QCOMPARE(read->pixelColor(1, 0), QColor(77, 77, 77));
    QCOMPARE(read->pixelColor(2, 0), QColor(255, 255, 255));
    const Result<QImage> jpeg = decodeImage(encoded(grey, "jpeg", 100), QStringLiteral("grey.jpg"));
    QVERIFY(jpeg.has_value());
    const QColor middle = jpeg->pixelColor(1, 0);
    QVERIFY(middle.red() == middle.green() && middle.green() == middle.blue());
}

void ImageReaderTest::alphaIsDroppedWithoutBlending()
{
    QImage image(2, 1, QImage::Format_ARGB32);
    image.setPixel(0, 0, qRgba(200, 100, 50, 0));
    image.setPixel(1, 0, qRgba(10, 20, 30, 128));
    const Result<QImage> read = decodeImage(encoded(image, "png"), QStringLiteral("alpha"));
    QVERIFY(read.has_value());
    QCOMPARE(read->pixelColor(0, 0), QColor(200, 100, 50));
    QCOMPARE(read->pixelColor(1, 0), QColor(10, 20, 30));
}

void ImageReaderTest::sixteenBitsKeepTheUpperEight()
{
    QImage grey(2, 1, QImage::Format_Grayscale16);
    reinterpret_cast<quint16 *>(grey.scanLine(0))[0] = 0x12ff; // rounding would give 0x13
    reinterpret_cast<quint16 *>(grey.scanLine(0))[1] = 0xfe80;
    const Result<QImage> readGrey = decodeImage(encoded(grey, "png"), QStringLiteral("grey16.png"));
    QVERIFY(readGrey.has_value());
    QCOMPARE(readGrey->pixelColor(0, 0), QColor(0x12, 0x12, 0x12));
    QCOMPARE(readGrey->pixelColor(1, 0), QColor(0xfe, 0xfe, 0xfe));

    QImage color(1, 1, QImage::Format_RGBA64);
    *reinterpret_cast<QRgba64 *>(color.scanLine(0)) = QRgba64::fromRgba64(0x01ff, 0x80ff, 0xfeff, 0x0100);
    const Result<QImage> readColor = decodeImage(encoded(color, "png"), QStringLiteral("rgba64.png"));
    QVERIFY(readColor.has_value());
    QCOMPARE(readColor->pixelColor(0, 0), QColor(0x01, 0x80, 0xfe));
}

void ImageReaderTest::palettesBecomeTheirColours()
{
    QImage indexed(2, 1, QImage::Format_Indexed8);
    indexed.setColorTable({qRgb(1, 2, 3), qRgba(250, 120, 60, 0)});
    indexed.setPixel(0, 0, 0);
    indexed.setPixel(1, 0, 1);
    const Result<QImage> read = decodeImage(encoded(indexed, "png"), QStringLiteral("palette.png"));
    QVERIFY(read.has_value());
    QCOMPARE(read->pixelColor(0, 0), QColor(1, 2, 3));
    QCOMPARE(read->pixelColor(1, 0), QColor(250, 120, 60));

    QImage mono(9, 1, QImage::Format_Mono);
    mono.setColorTable({qRgb(255, 0, 0), qRgb(0, 0, 255)});
    mono.fill(0);
    mono.setPixel(8, 0, 1);
    const Result<QImage> readMono = decodeImage(encoded(mono, "bmp"), QStringLiteral("mono.bmp"));
    QVERIFY(readMono.has_value());
    QCOMPARE(readMono->pixelColor(0, 0), QColor(255, 0, 0));
    QCOMPARE(readMono->pixelColor(8, 0), QColor(0, 0, 255));
}

void ImageReaderTest::cmykBecomesRgb()
{
    const QByteArray bytes = QByteArray::fromBase64(kCmykJpeg);
    const Result<QImage> read = decodeImage(bytes, QStringLiteral("cmyk.jpg"));
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message));
    QImage red(2, 2, QImage::Format_RGB888);
    red.fill(QColor(255, 0, 0));
    QVERIFY(largestDifference(*read, red) <= 3);
}

void ImageReaderTest::orientationIsApplied_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        for (const char *kind : {"jpeg little-endian", "jpeg big-endian", "png", "tiff"})
            QTest::addRow("%s %d", kind, orientation) << QByteArray(kind) << orientation;
    }
}

void ImageReaderTest::orientationIsApplied()
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
    put(path, bytes);

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

void ImageReaderTest::orientationOutsideOneToEightCountsAsOne()
{
    for (const int orientation : {0, 9, 200}) {
        const QByteArray bytes = jpegWithOrientation(encoded(distinctPixels(), "jpeg"), orientation, true);
        const Result<QImage> read = decodeImage(bytes, QStringLiteral("odd.jpg"));
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), QSize(6, 4));
    }
}

void ImageReaderTest::aSmallerCopyKeepsTheAspect_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("atMost");
    QTest::addColumn<QSize>("expected");
    for (const char *format : {"jpeg", "png"}) {
        QTest::addRow("%s wide", format) << QByteArray(format) << QSize(640, 320) << QSize(64, 64) << QSize(64, 32);
        QTest::addRow("%s tall", format) << QByteArray(format) << QSize(100, 801) << QSize(50, 400) << QSize(49, 400);
        QTest::addRow("%s fits", format) << QByteArray(format) << QSize(30, 20) << QSize(64, 64) << QSize(30, 20);
        QTest::addRow("%s thread", format) << QByteArray(format) << QSize(2000, 2) << QSize(64, 64) << QSize(64, 1);
    }
}

void ImageReaderTest::aSmallerCopyKeepsTheAspect()
{
    QFETCH(QByteArray, format);
    QFETCH(QSize, size);
    QFETCH(QSize, atMost);
    QFETCH(QSize, expected);
    QImage image(size, QImage::Format_RGB888);
    image.fill(QColor(40, 160, 90));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("image"));
    put(path, encoded(image, format.constData(), 100));
    const Result<QImage> read = readImage(path, {}, atMost);
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), expected);
    QCOMPARE(read->format(), QImage::Format_RGB888);
    QVERIFY(qAbs(read->pixelColor(expected.width() / 2, 0).green() - 160) <= 2);
}

void ImageReaderTest::anImageAboveTheLimitIsRefusedByItsHeader()
{
    // A header alone: 100,000 x 100,000 pixels would be 30 GB.
    QByteArray header = "IHDR" + bigEndian(100'000) + bigEndian(100'000) + QByteArray("\x08\x02\0\0\0", 5);
    const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n") + bigEndian(13) + header + bigEndian(crc32(header)) +
                           bigEndian(0) + "IDAT" + bigEndian(crc32("IDAT"));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("huge.png"));
    put(path, png);
    const Result<ImageHeader> read = readImageHeader(path);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().message.contains(QLatin1String("huge.png")) &&
                 read.error().message.contains(QLatin1String("100000")),
             qPrintable(read.error().message));
    QVERIFY(!readImage(path).has_value());

    put(folder.filePath(QStringLiteral("small.png")), encoded(distinctPixels(), "png"));
    QVERIFY(readImage(folder.filePath(QStringLiteral("small.png")), ImageLimits{24}).has_value());
    QVERIFY(!readImage(folder.filePath(QStringLiteral("small.png")), ImageLimits{23}).has_value());
}

void ImageReaderTest::brokenFilesAreMessagesThatNameTheFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QImage noisy(64, 64, QImage::Format_RGB888);
    for (int i = 0; i < 64 * 64; ++i)
        noisy.setPixelColor(i % 64, i / 64, QColor(i * 7 % 256, i * 13 % 256, i * 31 % 256));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("this is no image at all, whatever its name says");
    QTest::newRow("svg that asks for a file")
        << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>");
    QTest::newRow("jpeg magic only") << QByteArray("\xff\xd8\xff\xe0");
    for (const char *format : {"jpeg", "png", "bmp", "tiff", "webp"}) {
        const QByteArray whole = encoded(noisy, format, 100);
        QTest::addRow("%s cut in half", format) << whole.left(whole.size() / 2);
        QTest::addRow("%s cut after 20 bytes", format) << whole.left(20);
    }
    QByteArray png = encoded(noisy, "png");
    png[png.size() / 2] = char(png[png.size() / 2] + 1);
    QTest::newRow("png with a changed byte") << png;
}

void ImageReaderTest::brokenFilesAreMessagesThatNameTheFile()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("broken.jpg"));
    put(path, bytes);
    const Result<QImage> read = readImage(path);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().message.contains(QLatin1String("broken.jpg")), qPrintable(read.error().message));
    const Result<QImage> missing = readImage(folder.filePath(QStringLiteral("nowhere.png")));
    QVERIFY(!missing.has_value() && missing.error().message.contains(QLatin1String("nowhere.png")));
}

void ImageReaderTest::anyFileNameWorks()
{
    QTemporaryDir folder;
    const QStringList names{QStringLiteral(u"\ud55c\uae00 \uc0ac\uc9c4.png"), QStringLiteral(u"bee \U0001F41D.png"),
                            QStringLiteral("two  spaces .png"), QStringLiteral("percent%20#hash?.png")};
    for (const QString &name : names)
        put(folder.filePath(name), encoded(distinctPixels(), "png"));
    const Result<QStringList> found = findImageFiles(folder.path());
    QVERIFY(found.has_value());
    QCOMPARE(found->size(), names.size());
    for (const QString &path : *found)
        QVERIFY2(readImage(path).has_value(), qPrintable(path));
}

void ImageReaderTest::filesAreFoundInNaturalOrder()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("b/c")));
    for (const char *name : {"a10.jpg", "a2.JPG", "A1.png", "a002.bmp", "b/c/1.webp", "b/9.tif", "c.txt", "d.json"})
        put(folder.filePath(QLatin1String(name)), "x");
    const Result<QStringList> found = findImageFiles(folder.path());
    QVERIFY(found.has_value());
    QStringList relative;
    for (const QString &path : *found)
        relative << QDir(folder.path()).relativeFilePath(path);
    QCOMPARE(relative, QString::fromLatin1("A1.png a002.bmp a2.JPG a10.jpg b/9.tif b/c/1.webp").split(u' '));
    QVERIFY(!findImageFiles(folder.filePath(QStringLiteral("nowhere"))).has_value());
}

void ImageReaderTest::hiddenFilesAndLinkedFoldersAreSkipped()
{
    QTemporaryDir folder;
    QTemporaryDir elsewhere;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral(".thumbs")));
    put(folder.filePath(QStringLiteral(".thumbs/a.jpg")), "x");
    put(folder.filePath(QStringLiteral(".hidden.jpg")), "x");
    put(folder.filePath(QStringLiteral("seen.jpg")), "x");
    put(elsewhere.filePath(QStringLiteral("other.jpg")), "x");
    QVERIFY(QFile::link(elsewhere.path(), folder.filePath(QStringLiteral("linked"))));
    const Result<QStringList> found = findImageFiles(folder.path());
    QVERIFY(found.has_value());
    QCOMPARE(found->size(), 1);
    QVERIFY(found->first().endsWith(QLatin1String("seen.jpg")));
}

void ImageReaderTest::threadsReadAtTheSameTime()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shared.jpg"));
    put(path, encoded(distinctPixels().scaled(96, 64), "jpeg"));
    const QImage expected = *readImage(path);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 50; ++round) {
                const Result<QImage> read = readImage(path);
                if (!read || *read != expected)
                    ++wrong;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void ImageReaderTest::aRealPhotoWithOrientationZeroIsRead()
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

QTEST_GUILESS_MAIN(ImageReaderTest)
#include "image_reader_test.moc"
