// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/event_file.h"

#include "core/base/crc32.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QtEndian>

#include <bit>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EventFile)
};

template<class Number>
QByteArray littleEndian(Number number)
{
    const Number bytes = qToLittleEndian(number);
    return QByteArray(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

QByteArray varint(quint64 number)
{
    QByteArray bytes;
    for (; number > 0x7f; number >>= 7)
        bytes.append(static_cast<char>((number & 0x7f) | 0x80));
    return bytes.append(static_cast<char>(number));
}

enum Wire
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5
};

QByteArray key(int field, Wire wire)
{
    return varint(static_cast<quint64>(field) << 3 | wire);
}

QByteArray bytesField(int field, const QByteArray &content)
{
    return key(field, Bytes) + varint(static_cast<quint64>(content.size())) + content;
}

QByteArray wallTimeField(double seconds)
{
    return key(1, Fixed64) + littleEndian(std::bit_cast<quint64>(seconds));
}

double secondsNow()
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
}

/// TensorFlow's crc32c::Mask: so that the sum of data that hold sums means something.
quint32 masked(quint32 sum)
{
    return ((sum >> 15) | (sum << 17)) + 0xa282ead8U;
}

} // namespace

QByteArray tfRecord(const QByteArray &data)
{
    const QByteArray length = littleEndian(static_cast<quint64>(data.size()));
    return length + littleEndian(masked(crc32c(length))) + data + littleEndian(masked(crc32c(data)));
}

QByteArray scalarsEvent(double wallTime, qint64 step, std::initializer_list<ScalarEvent> scalars)
{
    QByteArray summary;
    for (const ScalarEvent &scalar : scalars) {
        const auto bits = std::bit_cast<quint32>(static_cast<float>(scalar.value));
        summary += bytesField(1, bytesField(1, scalar.tag) + key(2, Fixed32) + littleEndian(bits));
    }
    return wallTimeField(wallTime) + key(2, Varint) + varint(static_cast<quint64>(step)) + bytesField(5, summary);
}

Result<> EventFile::open(const QString &folder)
{
    const QString name = QStringLiteral("events.out.tfevents.%1.boxwright").arg(QDateTime::currentSecsSinceEpoch());
    m_file.setFileName(QDir(folder).filePath(name));
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return failure(Text::tr("%1 could not be opened: %2")
                           .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString()));
    write(wallTimeField(secondsNow()) + bytesField(3, "brain.Event:2")); // file_version
    return {};
}

void EventFile::add(qint64 step, std::initializer_list<ScalarEvent> scalars)
{
    write(scalarsEvent(secondsNow(), step, scalars));
}

void EventFile::write(const QByteArray &event)
{
    m_file.write(tfRecord(event));
    m_file.flush();
}

} // namespace boxwright::ssd
