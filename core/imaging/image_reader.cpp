// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/image_reader.h"

#include "core/base/file_io.h"
#include "core/imaging/image_container.h"
#include "core/imaging/natural_order.h"
#include "core/imaging/three_channels.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImageReader>

#include <mutex>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImageReader)
};

constexpr qint64 kBytesPerPixel = 8; ///< the widest kind that a decoder makes: four channels of 16 bits

/// Qt refuses images above 256 MB by itself. The limit that counts is ours, checked on the header; Qt's is lifted to
/// what ours allows and stays as a second wall.
void allowAllocation(qint64 maxPixels)
{
    static std::mutex mutex;
    static qint64 allowed = 0;
    const std::scoped_lock lock(mutex);
    if (maxPixels <= allowed)
        return;
    allowed = maxPixels;
    constexpr qint64 kMegabyte = qint64{1} << 20;
    QImageReader::setAllocationLimit(
        static_cast<int>(std::min<qint64>(maxPixels / kMegabyte * kBytesPerPixel + 64, 1 << 20)));
}

/// An open image: the reader of Qt on its device, and what the file says of itself.
struct OpenImage
{
    QImageReader reader;
    ImageHeader header;
    QSize storedSize; ///< before orientation
};

int tiffOrientation(const QImageReader &reader)
{
    // Bits of QImageIOHandler::Transformation are mirror 1, flip 2, rotate 4; the table gives EXIF's number.
    constexpr int kExif[] = {1, 2, 4, 3, 6, 7, 5, 8};
    return kExif[static_cast<int>(reader.transformation()) & 7];
}

Result<> openImage(QIODevice &device, const QString &name, const ImageLimits &limits, OpenImage &image)
{
    image.header.format = imageKind(device.peek(12));
    if (image.header.format.isEmpty())
        return failure(
            Text::tr("%1 is not an image of a kind that can be read (JPEG, PNG, BMP, TIFF, WebP)").arg(name));
    image.header.orientation = exifOrientation(device, image.header.format);
    device.seek(0);
    allowAllocation(limits.maxPixels);
    image.reader.setAutoDetectImageFormat(false); // the kind is known; other plug-ins never see the file
    image.reader.setAutoTransform(false);
    image.reader.setFormat(image.header.format);
    image.reader.setDevice(&device);
    image.storedSize = image.reader.size();
    if (image.storedSize.isEmpty())
        return failure(Text::tr("%1 is a broken image: its size cannot be read").arg(name), image.reader.errorString());
    const qint64 pixels = qint64{image.storedSize.width()} * image.storedSize.height();
    if (pixels > limits.maxPixels)
        return failure(Text::tr("%1 is too large: %2 x %3 pixels, at most %4 million are allowed "
                                "(BOXWRIGHT_MAX_MEGAPIXELS sets the limit)")
                           .arg(name)
                           .arg(image.storedSize.width())
                           .arg(image.storedSize.height())
                           .arg(static_cast<double>(limits.maxPixels) / 1e6));
    if (image.header.format == "tiff")
        image.header.orientation = tiffOrientation(image.reader);
    const bool isTurned = image.header.orientation >= 5;
    image.header.size = isTurned ? image.storedSize.transposed() : image.storedSize;
    return {};
}

QString shownName(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

/// The size within `atMost` that keeps the aspect; the size itself where nothing is asked or it fits.
QSize fittedSize(QSize size, QSize atMost)
{
    if (!atMost.isValid() || (size.width() <= atMost.width() && size.height() <= atMost.height()))
        return size;
    return size.scaled(atMost, Qt::KeepAspectRatio).expandedTo({1, 1});
}

Result<QImage> decode(const QByteArray &bytes, const QString &name, const ImageLimits &limits, QSize atMost)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    OpenImage image;
    if (Result<> opened = openImage(buffer, name, limits, image); !opened)
        return failure(opened.error());
    if (isCutOff(bytes, image.header.format))
        return failure(Text::tr("%1 is a broken image: its end is missing").arg(name));
    const QSize target = fittedSize(image.header.size, atMost);
    const bool isTurned = image.header.orientation >= 5;
    const bool isJpeg = image.header.format == "jpeg";
    if (isJpeg && target != image.header.size)
        image.reader.setScaledSize(isTurned ? target.transposed() : target);
    QImage pixels;
    if (!image.reader.read(&pixels))
        return failure(Text::tr("%1 is a broken image: %2").arg(name, image.reader.errorString()));
    pixels = oriented(toThreeChannels(pixels), image.header.orientation);
    if (!pixels.isNull() && pixels.size() != target)
        pixels = toThreeChannels(pixels.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    if (pixels.isNull())
        return failure(Text::tr("%1 could not be decoded: there is not enough memory").arg(name));
    return pixels;
}

} // namespace

qint64 ImageLimits::allowedPixels()
{
    constexpr int kUsual = 250;
    constexpr int kMost = 100'000;
    constexpr qint64 kMillion = 1'000'000;
    bool isNumber = false;
    const int megapixels = qEnvironmentVariableIntValue("BOXWRIGHT_MAX_MEGAPIXELS", &isNumber);
    return kMillion * (isNumber && megapixels >= 1 ? std::min(megapixels, kMost) : kUsual);
}

Result<ImageHeader> readImageHeader(const QString &path, const ImageLimits &limits)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(shownName(path), file.errorString()));
    OpenImage image;
    if (Result<> opened = openImage(file, shownName(path), limits, image); !opened)
        return failure(opened.error());
    return image.header;
}

Result<ImageHeader> decodeImageHeader(const QByteArray &bytes, const QString &name, const ImageLimits &limits)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    OpenImage image;
    if (Result<> opened = openImage(buffer, name, limits, image); !opened)
        return failure(opened.error());
    return image.header;
}

Result<QImage> readImage(const QString &path, const ImageLimits &limits, QSize atMost)
{
    Result<ImageHeader> header = readImageHeader(path, limits); // refuses before the file is in memory
    if (!header)
        return failure(header.error());
    Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return failure(bytes.error());
    return decode(*bytes, shownName(path), limits, atMost);
}

Result<QImage> decodeImage(const QByteArray &bytes, const QString &name, const ImageLimits &limits)
{
    return decode(bytes, name, limits, {});
}

const QStringList &imageFileEndings()
{
    static const QStringList endings{QStringLiteral(".jpg"),  QStringLiteral(".jpeg"), QStringLiteral(".png"),
                                     QStringLiteral(".bmp"),  QStringLiteral(".tif"),  QStringLiteral(".tiff"),
                                     QStringLiteral(".webp"), QStringLiteral(".jpe"),  QStringLiteral(".jfif")};
    return endings;
}

bool isImageFileName(QStringView name)
{
    const QStringList &endings = imageFileEndings();
    return std::any_of(endings.begin(), endings.end(),
                       [name](const QString &ending) { return name.endsWith(ending, Qt::CaseInsensitive); });
}

Result<QStringList> findImageFiles(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return failure(Text::tr("The folder %1 does not exist").arg(shownName(folder)));
    if (!info.isReadable())
        return failure(Text::tr("The folder %1 cannot be read").arg(shownName(folder)));
    QStringList files;
    QDirIterator entries(info.absoluteFilePath(), QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QString path = entries.next();
        if (isImageFileName(path))
            files.append(std::move(path));
    }
    sortNaturally(files);
    return files;
}

} // namespace boxwright
