// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/image_record.h"
#include "core/mxnet/recordio.h"
#include "tests/support/format_doubles.h"

#include <QBuffer>
#include <QImage>

namespace boxwright {

inline QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return bytes;
}

/// 40 x 20 pixels, the left half dark.
inline QImage halves()
{
    QImage image(40, 20, QImage::Format_RGB888);
    image.fill(Qt::white);
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 20; ++x)
            image.setPixelColor(x, y, QColor(20, 20, 20));
    }
    return image;
}

/// The JPEG with an EXIF segment that holds the orientation and nothing else.
inline QByteArray turned(const QByteArray &jpeg, int orientation)
{
    QByteArray tiff("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
    tiff += char(orientation);
    tiff += QByteArray(6, '\0');
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    QByteArray segment("\xff\xe1");
    segment += char((body.size() + 2) >> 8);
    segment += char((body.size() + 2) & 0xff);
    return jpeg.left(2) + segment + body + jpeg.mid(2);
}

inline QByteArray record(quint64 id, const std::vector<float> &labels, const QByteArray &image)
{
    ImageRecordData data;
    data.id = id;
    data.labels = labels;
    data.image = image;
    return packImageRecord(data);
}

inline bool putRecords(const QString &path, const QList<QByteArray> &payloads)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    RecordWriter writer(buffer, path);
    for (const QByteArray &payload : payloads) {
        if (!writer.write(payload))
            return false;
    }
    return putFile(path, bytes);
}

inline QList<ImageRecordData> recordsOf(const QString &path)
{
    QFile file(path);
    QList<ImageRecordData> records;
    if (!file.open(QIODevice::ReadOnly))
        return records;
    RecordReader reader(file, path);
    for (;;) {
        const auto payload = reader.next();
        if (!payload || !*payload)
            return records;
        records << *unpackImageRecord(**payload, path);
    }
}

} // namespace boxwright
