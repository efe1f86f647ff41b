// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <optional>

class QIODevice;

namespace boxwright {

// RecordIO (dmlc-core, include/dmlc/recordio.h and src/recordio.cc), little-endian, no file header or footer. A record
// is one part or, where its payload holds the magic word at a multiple of 4, several:
//   u32 magic | u32 kind << 29 | length | payload | zeros up to a multiple of 4
// kind: 0 whole, 1 first, 2 middle, 3 last. Writers leave the magic word out between parts and readers put it back.

/// Starts every part of a record; the bytes 0a 23 d7 ce.
inline constexpr quint32 kRecordMagic = 0xced7230a;

/// A record's payload is at most this long, parts together (29 bits of length).
inline constexpr qint64 kMaxRecordBytes = (qint64{1} << 29) - 1;

/// Reads records one after the other; memory is one record at most. The caller owns the device, which must be open and
/// able to seek, and keeps it open. One thread at a time.
class RecordReader
{
public:
    /// `name` stands in messages.
    RecordReader(QIODevice &device, QString name);

    /// The next record's payload; nullopt at the end of the file. Broken files are told by the byte at which the record
    /// starts; after an error only seek() helps.
    Result<std::optional<QByteArray>> next();

    /// Where the record starts that next() gives, in bytes from the start of the device.
    [[nodiscard]] qint64 offset() const { return m_offset; }

    /// Makes next() give the record that starts there, as an index file says.
    Result<> seek(qint64 offset);

private:
    struct Part
    {
        quint32 kind = 0;
        qint64 length = 0;
    };

    Result<Part> readPartHeader(qint64 at);
    Result<> appendPart(const Part &part, QByteArray &payload);

    QIODevice &m_device;
    QString m_name;
    qint64 m_offset = 0;
};

/// Writes records one after the other. The caller owns the device, which must be open, and closes it. One thread at a
/// time.
class RecordWriter
{
public:
    /// Writes from the device's present end; `name` stands in messages.
    RecordWriter(QIODevice &device, QString name);

    /// Writes one record and returns the byte at which it starts: what an index file keeps. Fails above kMaxRecordBytes
    /// and where the device takes no more.
    Result<qint64> write(QByteArrayView payload);

private:
    Result<> put(QByteArrayView bytes);
    Result<> putPart(quint32 kind, QByteArrayView payload);

    QIODevice &m_device;
    QString m_name;
    qint64 m_offset = 0;
};

} // namespace boxwright
