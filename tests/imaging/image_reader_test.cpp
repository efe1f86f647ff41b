// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/image_reader.h"

#include "tests/support/image_files.h"

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
    void aSmallerCopyKeepsTheAspect_data();
    void aSmallerCopyKeepsTheAspect();
    void anImageAboveTheLimitIsRefusedByItsHeader();
    void theEnvironmentSetsTheLimit();
    void brokenFilesAreMessagesThatNameTheFile_data();
    void brokenFilesAreMessagesThatNameTheFile();
    void anyFileNameWorks();
    void threadsReadAtTheSameTime();
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
    QVERIFY(put(path, encoded(image, format.constData(), 100)));

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
    QVERIFY(put(path, encoded(distinctPixels(), "png")));
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
    QVERIFY(put(path, encoded(image, format.constData(), 100)));
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
    QVERIFY(put(path, png));
    const Result<ImageHeader> read = readImageHeader(path);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().message.contains(QLatin1String("huge.png")) &&
                 read.error().message.contains(QLatin1String("100000")),
             qPrintable(read.error().message));
    QVERIFY(!readImage(path).has_value());

    QVERIFY(put(folder.filePath(QStringLiteral("small.png")), encoded(distinctPixels(), "png")));
    QVERIFY(readImage(folder.filePath(QStringLiteral("small.png")), ImageLimits{24}).has_value());
    QVERIFY(!readImage(folder.filePath(QStringLiteral("small.png")), ImageLimits{23}).has_value());
}

void ImageReaderTest::theEnvironmentSetsTheLimit()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("wide.png"));
    QImage image(1100, 1000, QImage::Format_RGB888);
    image.fill(Qt::gray);
    QVERIFY(put(path, encoded(image, "png")));
    QVERIFY(readImageHeader(path));
    QVERIFY(qputenv("BOXWRIGHT_MAX_MEGAPIXELS", "1"));
    const Result<ImageHeader> refused = readImageHeader(path);
    QVERIFY(qputenv("BOXWRIGHT_MAX_MEGAPIXELS", "nonsense"));
    const Result<ImageHeader> read = readImageHeader(path);
    QVERIFY(qunsetenv("BOXWRIGHT_MAX_MEGAPIXELS"));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(QLatin1String("at most 1 million")), qPrintable(refused.error().message));
    QVERIFY(read);
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
    QVERIFY(put(path, bytes));
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
        QVERIFY(put(folder.filePath(name), encoded(distinctPixels(), "png")));
    const Result<QStringList> found = findImageFiles(folder.path());
    QVERIFY(found.has_value());
    QCOMPARE(found->size(), names.size());
    for (const QString &path : *found)
        QVERIFY2(readImage(path).has_value(), qPrintable(path));
}

void ImageReaderTest::threadsReadAtTheSameTime()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shared.jpg"));
    QVERIFY(put(path, encoded(distinctPixels().scaled(96, 64), "jpeg")));
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

QTEST_GUILESS_MAIN(ImageReaderTest)
#include "image_reader_test.moc"
