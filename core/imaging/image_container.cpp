// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/image_container.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace boxwright {

namespace {

constexpr int kMaxSegments = 4096;                ///< a walk ends there, whatever the file claims
constexpr qint64 kMaxExifBytes = qint64{1} << 20; ///< more than an APP1 segment can hold
constexpr quint16 kOrientationTag = 0x0112;       ///< TIFF 6.0, page 36; type SHORT, in the first directory
constexpr quint16 kShortType = 3;

/// The orientation out of a TIFF structure ("II*\0" or "MM\0*"), as EXIF 2.3 embeds it.
int orientationOfTiff(const QByteArray &tiff)
{
    if (tiff.size() < 8)
        return 1;
    const bool isLittle = tiff.startsWith("II");
    if (!isLittle && !tiff.startsWith("MM"))
        return 1;
    const auto word = [&](qint64 at) {
        return isLittle ? qFromLittleEndian<quint16>(tiff.constData() + at)
                        : qFromBigEndian<quint16>(tiff.constData() + at);
    };
    const qint64 directory =
        isLittle ? qFromLittleEndian<quint32>(tiff.constData() + 4) : qFromBigEndian<quint32>(tiff.constData() + 4);
    if (directory + 2 > tiff.size())
        return 1;
    const int entries = word(directory);
    for (int i = 0; i < entries; ++i) {
        const qint64 entry = directory + 2 + qint64{12} * i;
        if (entry + 12 > tiff.size())
            return 1;
        if (word(entry) == kOrientationTag && word(entry + 2) == kShortType) {
            const int value = word(entry + 8);
            return value >= 1 && value <= 8 ? value : 1;
        }
    }
    return 1;
}

bool skipTo(QIODevice &device, qint64 position)
{
    return position <= device.size() && device.seek(position);
}

int orientationOfJpeg(QIODevice &device)
{
    device.seek(2);
    for (int i = 0; i < kMaxSegments; ++i) {
        const QByteArray head = device.read(4);
        if (head.size() < 4 || head[0] != '\xff' || head[1] == '\xda')
            return 1;
        const int length = qFromBigEndian<quint16>(head.constData() + 2);
        if (length < 2)
            return 1;
        const qint64 next = device.pos() + length - 2;
        if (head[1] == '\xe1') {
            const QByteArray segment = device.read(length - 2);
            if (segment.startsWith(QByteArray("Exif\0\0", 6)))
                return orientationOfTiff(segment.mid(6));
        }
        if (!skipTo(device, next))
            return 1;
    }
    return 1;
}

int orientationOfPng(QIODevice &device)
{
    device.seek(8);
    for (int i = 0; i < kMaxSegments; ++i) {
        const QByteArray head = device.read(8);
        // The chunk stands before the pixels in practice; what comes after them is not worth a walk through the file.
        if (head.size() < 8 || head.endsWith("IDAT") || head.endsWith("IEND"))
            return 1;
        const qint64 length = qFromBigEndian<quint32>(head.constData());
        if (head.endsWith("eXIf"))
            return orientationOfTiff(device.read(std::min(length, kMaxExifBytes)));
        if (!skipTo(device, device.pos() + length + 4))
            return 1;
    }
    return 1;
}

int orientationOfWebp(QIODevice &device)
{
    device.seek(12);
    for (int i = 0; i < kMaxSegments; ++i) {
        const QByteArray head = device.read(8);
        if (head.size() < 8)
            return 1;
        const qint64 length = qFromLittleEndian<quint32>(head.constData() + 4);
        if (head.startsWith("EXIF")) {
            QByteArray exif = device.read(std::min(length, kMaxExifBytes));
            if (exif.startsWith(QByteArray("Exif\0\0", 6))) // some writers repeat JPEG's prefix
                exif.remove(0, 6);
            return orientationOfTiff(exif);
        }
        if (!skipTo(device, device.pos() + length + (length & 1)))
            return 1;
    }
    return 1;
}

/// Position after the entropy-coded data that starts at `at`: of the next marker that is not stuffing or a restart.
qsizetype endOfScan(const QByteArray &bytes, qsizetype at)
{
    while (at + 1 < bytes.size()) {
        const void *found = std::memchr(bytes.constData() + at, 0xff, static_cast<std::size_t>(bytes.size() - at - 1));
        if (!found)
            return bytes.size();
        at = static_cast<const char *>(found) - bytes.constData();
        const auto marker = static_cast<uchar>(bytes[at + 1]);
        const bool isData = marker == 0x00 || (marker >= 0xd0 && marker <= 0xd7);
        if (!isData && marker != 0xff)
            return at;
        at += isData ? 2 : 1;
    }
    return bytes.size();
}

bool isJpegCutOff(const QByteArray &bytes)
{
    qsizetype at = 2;
    while (at + 1 < bytes.size()) {
        if (bytes[at] != '\xff' || bytes[at + 1] == '\xff') {
            ++at; // fill bytes; libjpeg skips them too
            continue;
        }
        const auto marker = static_cast<uchar>(bytes[at + 1]);
        if (marker == 0xd9)
            return false;
        if (at + 4 > bytes.size())
            return true;
        const bool isScan = marker == 0xda;
        at += 2 + qFromBigEndian<quint16>(bytes.constData() + at + 2);
        if (isScan)
            at = endOfScan(bytes, at);
    }
    return true;
}

/// Only the plain kinds (no run lengths) of the 40-byte header and later ones; the decoder judges the others.
bool isBmpCutOff(const QByteArray &bytes)
{
    if (bytes.size() < 54)
        return true;
    const char *data = bytes.constData();
    const auto headerSize = qFromLittleEndian<quint32>(data + 14);
    const auto compression = qFromLittleEndian<quint32>(data + 30);
    if (headerSize < 40 || (compression != 0 && compression != 3))
        return false;
    const qint64 width = qFromLittleEndian<qint32>(data + 18);
    const qint64 height = qAbs(qint64{qFromLittleEndian<qint32>(data + 22)});
    const qint64 bits = qFromLittleEndian<quint16>(data + 28);
    const qint64 line = (width * bits + 31) / 32 * 4;
    return qint64{qFromLittleEndian<quint32>(data + 10)} + line * height > bytes.size();
}

} // namespace

QByteArray imageKind(const QByteArray &firstBytes)
{
    if (firstBytes.startsWith("\xff\xd8\xff"))
        return QByteArrayLiteral("jpeg");
    if (firstBytes.startsWith("\x89PNG\r\n\x1a\n"))
        return QByteArrayLiteral("png");
    if (firstBytes.startsWith("RIFF") && firstBytes.mid(8, 4) == "WEBP")
        return QByteArrayLiteral("webp");
    for (const QByteArray &start :
         {QByteArray("II*\0", 4), QByteArray("MM\0*", 4), QByteArray("II+\0", 4), QByteArray("MM\0+", 4)}) {
        if (firstBytes.startsWith(start))
            return QByteArrayLiteral("tiff");
    }
    if (firstBytes.startsWith("BM"))
        return QByteArrayLiteral("bmp");
    return {};
}

int exifOrientation(QIODevice &device, const QByteArray &kind)
{
    if (kind == "jpeg")
        return orientationOfJpeg(device);
    if (kind == "png")
        return orientationOfPng(device);
    if (kind == "webp")
        return orientationOfWebp(device);
    return 1;
}

bool isCutOff(const QByteArray &bytes, const QByteArray &kind)
{
    if (kind == "jpeg")
        return isJpegCutOff(bytes);
    return kind == "bmp" && isBmpCutOff(bytes);
}

} // namespace boxwright
