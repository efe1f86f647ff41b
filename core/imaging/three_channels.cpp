// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/three_channels.h"

#include <QColorSpace>
#include <QRgba64>
#include <QTransform>
#include <QtEndian>

namespace boxwright {

namespace {

void grey8Line(const uchar *from, uchar *to, int width)
{
    for (int x = 0; x < width; ++x, to += 3)
        to[0] = to[1] = to[2] = from[x];
}

void grey16Line(const uchar *from, uchar *to, int width)
{
    const auto *grey = reinterpret_cast<const quint16 *>(from);
    for (int x = 0; x < width; ++x, to += 3)
        to[0] = to[1] = to[2] = static_cast<uchar>(grey[x] >> 8);
}

/// Four pixels (0xAARRGGBB) make three words of twelve bytes; every JPEG passes here, and single bytes cost twice as
/// much.
void rgb32Line(const uchar *from, uchar *to, int width)
{
    const auto *colors = reinterpret_cast<const QRgb *>(from);
    const auto swapped = [](QRgb color) { return qbswap(color) >> 8; }; // 0x00BBGGRR: R is the lowest byte
    int x = 0;
    for (; x + 4 <= width; x += 4, to += 12) {
        const quint32 a = swapped(colors[x]);
        const quint32 b = swapped(colors[x + 1]);
        const quint32 c = swapped(colors[x + 2]);
        const quint32 d = swapped(colors[x + 3]);
        qToLittleEndian<quint32>(a | b << 24, to);
        qToLittleEndian<quint32>(b >> 8 | c << 16, to + 4);
        qToLittleEndian<quint32>(c >> 16 | d << 8, to + 8);
    }
    for (; x < width; ++x, to += 3) {
        to[0] = static_cast<uchar>(colors[x] >> 16);
        to[1] = static_cast<uchar>(colors[x] >> 8);
        to[2] = static_cast<uchar>(colors[x]);
    }
}

void rgba64Line(const uchar *from, uchar *to, int width)
{
    const auto *colors = reinterpret_cast<const QRgba64 *>(from);
    for (int x = 0; x < width; ++x, to += 3) {
        to[0] = static_cast<uchar>(colors[x].red() >> 8);
        to[1] = static_cast<uchar>(colors[x].green() >> 8);
        to[2] = static_cast<uchar>(colors[x].blue() >> 8);
    }
}

using LineFunction = void (*)(const uchar *, uchar *, int);

LineFunction lineFunction(QImage::Format format)
{
    switch (format) {
    case QImage::Format_Grayscale8:
        return grey8Line;
    case QImage::Format_Grayscale16:
        return grey16Line;
    case QImage::Format_RGB32:
    case QImage::Format_ARGB32:
        return rgb32Line;
    case QImage::Format_RGBX64:
    case QImage::Format_RGBA64:
        return rgba64Line;
    default:
        return nullptr;
    }
}

} // namespace

QImage toThreeChannels(const QImage &image)
{
    if (image.isNull())
        return {};
    if (image.format() == QImage::Format_RGB888) {
        QImage plain = image;
        plain.setColorSpace(QColorSpace());
        return plain;
    }
    const LineFunction line = lineFunction(image.format());
    if (!line) // palettes, packed and premultiplied kinds: their colours without alpha come out of ARGB32 unchanged
        return toThreeChannels(image.convertToFormat(QImage::Format_ARGB32));
    QImage result(image.size(), QImage::Format_RGB888);
    if (result.isNull())
        return {};
    for (int y = 0; y < image.height(); ++y)
        line(image.constScanLine(y), result.scanLine(y), image.width());
    return result;
}

QImage oriented(const QImage &image, int orientation)
{
    switch (orientation) {
    case 2:
        return image.mirrored(true, false);
    case 3:
        return image.mirrored(true, true);
    case 4:
        return image.mirrored(false, true);
    case 5:
        return image.transformed(QTransform().rotate(90)).mirrored(true, false);
    case 6:
        return image.transformed(QTransform().rotate(90));
    case 7:
        return image.transformed(QTransform().rotate(90)).mirrored(false, true);
    case 8:
        return image.transformed(QTransform().rotate(270));
    default:
        return image;
    }
}

} // namespace boxwright
