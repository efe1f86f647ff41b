// SPDX-License-Identifier: GPL-3.0-or-later
// Reading numpy's .npz, as far as reference data needs it: a zip archive of .npy files with float32 in C order.
#pragma once

#include <torch/torch.h>

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QtEndian>

#include <zlib.h>

namespace boxwright {

/// Raw deflate, as zip archives hold it; empty where it is damaged.
inline QByteArray inflated(const QByteArray &bytes, qsizetype size)
{
    QByteArray result(size, Qt::Uninitialized);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(size);
    const bool isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == uLong(size);
    inflateEnd(&stream);
    return isWhole ? result : QByteArray();
}

/// "\x93NUMPY", version 1, little-endian header length, a Python literal, data.
inline torch::Tensor npyTensor(const QByteArray &npy)
{
    const qsizetype headerSize = qFromLittleEndian<quint16>(npy.constData() + 8);
    const QString header = QString::fromLatin1(npy.mid(10, headerSize));
    if (!header.contains(QLatin1String("'<f4'")) || header.contains(QLatin1String("'fortran_order': True")))
        return {};
    std::vector<int64_t> shape;
    const QString dimensions = QRegularExpression(QStringLiteral("\\(([^)]*)\\)")).match(header).captured(1);
    for (const QString &part : dimensions.split(QLatin1Char(','), Qt::SkipEmptyParts))
        shape.push_back(part.trimmed().toLongLong());
    const QByteArray data = npy.mid(10 + headerSize);
    torch::Tensor tensor = torch::empty(shape);
    if (qsizetype(tensor.nbytes()) == data.size())
        std::memcpy(tensor.data_ptr(), data.constData(), size_t(data.size()));
    return tensor;
}

/// Its arrays by name; those that it cannot read are undefined.
inline QMap<QString, torch::Tensor> readNpz(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray zip = file.readAll();
    const auto number16 = [&](qsizetype at) { return qFromLittleEndian<quint16>(zip.constData() + at); };
    const auto number32 = [&](qsizetype at) { return qsizetype(qFromLittleEndian<quint32>(zip.constData() + at)); };
    QMap<QString, torch::Tensor> arrays;
    // The central directory has the sizes even where the local headers leave them to a trailer.
    const QByteArray entryMark("PK\x01\x02", 4);
    for (qsizetype at = number32(zip.lastIndexOf("PK\x05\x06") + 16); zip.mid(at, 4) == entryMark;) {
        const QString name = QString::fromUtf8(zip.mid(at + 46, number16(at + 28)));
        const qsizetype local = number32(at + 42);
        const qsizetype data = local + 30 + number16(local + 26) + number16(local + 28);
        const QByteArray packed = zip.mid(data, number32(at + 20));
        const bool isStored = number16(at + 10) == 0;
        const QByteArray npy = isStored ? packed : inflated(packed, number32(at + 24));
        arrays.insert(name.chopped(4), npy.isEmpty() ? torch::Tensor() : npyTensor(npy));
        at += 46 + number16(at + 28) + number16(at + 30) + number16(at + 32);
    }
    return arrays;
}

} // namespace boxwright
