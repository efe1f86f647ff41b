// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QtEndian>

namespace boxwright {

inline QByteArray encoded(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, format, quality) ? bytes : QByteArray();
}

/// False where writing fails.
inline bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// 6 x 4 pixels, each of a colour of its own.
inline QImage distinctPixels()
{
    QImage image(6, 4, QImage::Format_RGB888);
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 6; ++x)
            image.setPixelColor(x, y, QColor(10 + 40 * x, 20 + 50 * y, 5 + 10 * (x + 6 * y)));
    }
    return image;
}

inline quint32 crc32(const QByteArray &bytes) // PNG specification, annex D
{
    quint32 crc = 0xffffffffu;
    for (const char byte : bytes) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xedb88320u ^ (crc >> 1) : crc >> 1;
    }
    return crc ^ 0xffffffffu;
}

inline QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// A TIFF structure with the one tag Orientation, as EXIF embeds it.
inline QByteArray exifTiff(int orientation, bool isLittle)
{
    QByteArray tiff = isLittle ? QByteArray("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18)
                               : QByteArray("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01", 18);
    tiff += isLittle ? QByteArray(1, char(orientation)) + QByteArray(3, '\0')
                     : QByteArray(1, '\0') + QByteArray(1, char(orientation)) + QByteArray(2, '\0');
    return tiff + QByteArray(4, '\0');
}

inline QByteArray jpegWithOrientation(const QByteArray &jpeg, int orientation, bool isLittle)
{
    const QByteArray body = QByteArray("Exif\0\0", 6) + exifTiff(orientation, isLittle);
    QByteArray segment("\xff\xe1");
    segment += char((body.size() + 2) >> 8);
    segment += char((body.size() + 2) & 0xff);
    return jpeg.left(2) + segment + body + jpeg.mid(2);
}

} // namespace boxwright
