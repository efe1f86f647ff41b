// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/recordio.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QtEndian>

#include <array>
#include <cstring>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordIo)
};

constexpr qint64 kHeaderBytes = 8;
constexpr qint64 kWord = 4;

enum PartKind : quint32
{
    Whole = 0,
    First = 1,
    Middle = 2,
    Last = 3
};

/// Zero bytes after a part of that length.
qint64 paddingOf(qint64 length)
{
    return (kWord - length % kWord) % kWord;
}

/// The first multiple of 4 from `from` on at which the magic word stands whole; the payload's size for none.
qsizetype findMagic(QByteArrayView payload, qsizetype from)
{
    const quint32 magic = qToLittleEndian(kRecordMagic);
    const qsizetype end = payload.size() - payload.size() % kWord;
    for (qsizetype at = from; at < end; at += kWord) {
        quint32 word = 0;
        std::memcpy(&word, payload.data() + at, sizeof word);
        if (word == magic)
            return at;
    }
    return payload.size();
}

} // namespace

RecordReader::RecordReader(QIODevice &device, QString name)
    : m_device(device)
    , m_name(std::move(name))
    , m_offset(device.pos())
{
}

Result<> RecordReader::seek(qint64 offset)
{
    if (offset < 0 || offset > m_device.size() || offset % kWord != 0 || !m_device.seek(offset))
        return failure(Text::tr("%1: no record can start at byte %2").arg(m_name).arg(offset));
    m_offset = offset;
    return {};
}

Result<RecordReader::Part> RecordReader::readPartHeader(qint64 at)
{
    std::array<char, kHeaderBytes> bytes{};
    if (m_device.read(bytes.data(), kHeaderBytes) != kHeaderBytes)
        return failure(Text::tr("%1 ends inside the record that starts at byte %2").arg(m_name).arg(m_offset));
    const auto magic = qFromLittleEndian<quint32>(bytes.data());
    if (magic != kRecordMagic)
        return failure(Text::tr("%1 is not RecordIO: byte %2 must start with 0xced7230a but holds 0x%3")
                           .arg(m_name)
                           .arg(at)
                           .arg(magic, 8, 16, QLatin1Char('0')));
    const auto word = qFromLittleEndian<quint32>(bytes.data() + kWord);
    const Part part{word >> 29, qint64{word & kMaxRecordBytes}};
    const qint64 left = m_device.size() - at - kHeaderBytes;
    if (part.length + paddingOf(part.length) > left)
        return failure(Text::tr("%1: the record at byte %2 claims %3 bytes where only %4 follow")
                           .arg(m_name)
                           .arg(m_offset)
                           .arg(part.length)
                           .arg(left));
    return part;
}

Result<> RecordReader::appendPart(const Part &part, QByteArray &payload)
{
    const qsizetype before = payload.size();
    if (before + part.length > kMaxRecordBytes)
        return failure(Text::tr("%1: the record at byte %2 is longer than %3 bytes")
                           .arg(m_name)
                           .arg(m_offset)
                           .arg(kMaxRecordBytes));
    payload.resize(before + part.length);
    std::array<char, kWord> padding{};
    if (m_device.read(payload.data() + before, part.length) != part.length ||
        m_device.read(padding.data(), paddingOf(part.length)) != paddingOf(part.length))
        return failure(
            Text::tr("%1 could not be read at byte %2: %3").arg(m_name).arg(m_offset).arg(m_device.errorString()));
    return {};
}

Result<std::optional<QByteArray>> RecordReader::next()
{
    qint64 at = m_offset;
    if (at == m_device.size())
        return std::optional<QByteArray>();
    QByteArray payload;
    for (bool isFirst = true, isLast = false; !isLast; isFirst = false) {
        const Result<Part> part = readPartHeader(at);
        if (!part)
            return failure(part.error());
        const bool fits =
            isFirst ? part->kind == Whole || part->kind == First : part->kind == Middle || part->kind == Last;
        if (!fits)
            return failure(Text::tr("%1: byte %2 holds a part of kind %3 that does not follow from the part before")
                               .arg(m_name)
                               .arg(at)
                               .arg(part->kind));
        if (!isFirst) {
            const quint32 magic = qToLittleEndian(kRecordMagic);
            payload.append(reinterpret_cast<const char *>(&magic), sizeof magic);
        }
        if (Result<> appended = appendPart(*part, payload); !appended)
            return failure(appended.error());
        at += kHeaderBytes + part->length + paddingOf(part->length);
        isLast = part->kind == Whole || part->kind == Last;
    }
    m_offset = at;
    return std::optional<QByteArray>(std::move(payload));
}

RecordWriter::RecordWriter(QIODevice &device, QString name)
    : m_device(device)
    , m_name(std::move(name))
    , m_offset(device.pos())
{
}

Result<> RecordWriter::put(QByteArrayView bytes)
{
    if (m_device.write(bytes.data(), bytes.size()) != bytes.size())
        return failure(Text::tr("%1 could not be written: %2").arg(m_name, m_device.errorString()));
    m_offset += bytes.size();
    return {};
}

Result<> RecordWriter::putPart(quint32 kind, QByteArrayView payload)
{
    std::array<char, kHeaderBytes> header{};
    qToLittleEndian(kRecordMagic, header.data());
    qToLittleEndian(static_cast<quint32>(kind << 29 | payload.size()), header.data() + kWord);
    constexpr std::array<char, kWord> zeros{};
    for (const QByteArrayView bytes :
         {QByteArrayView(header), payload, QByteArrayView(zeros.data(), paddingOf(payload.size()))}) {
        if (Result<> written = put(bytes); !written)
            return written;
    }
    return {};
}

Result<qint64> RecordWriter::write(QByteArrayView payload)
{
    if (payload.size() > kMaxRecordBytes)
        return failure(Text::tr("%1: a record of %2 bytes is longer than RecordIO's limit of %3 bytes")
                           .arg(m_name)
                           .arg(payload.size())
                           .arg(kMaxRecordBytes));
    const qint64 start = m_offset;
    qsizetype from = 0;
    for (;;) {
        const qsizetype to = findMagic(payload, from);
        const bool isFirst = from == 0;
        const bool isLast = to == payload.size();
        const PartKind kind = isLast ? (isFirst ? Whole : Last) : (isFirst ? First : Middle);
        if (Result<> written = putPart(kind, payload.sliced(from, to - from)); !written)
            return failure(written.error());
        if (isLast)
            return start;
        from = to + kWord;
    }
}

} // namespace boxwright
