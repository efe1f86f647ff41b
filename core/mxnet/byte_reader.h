// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

#include <optional>

namespace boxwright {

/// Takes little-endian values off the front of bytes that belong to someone else; never reads past their end.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] qint64 left() const { return m_bytes.size() - m_position; }

    /// nullopt, and nothing taken, where fewer bytes are left.
    template<class Number>
    std::optional<Number> number()
    {
        const std::optional<QByteArrayView> bytes = take(sizeof(Number));
        return bytes ? std::optional(qFromLittleEndian<Number>(bytes->data())) : std::nullopt;
    }

    /// nullopt, and nothing taken, where fewer bytes are left or the count is negative.
    std::optional<QByteArrayView> take(qint64 count)
    {
        if (count < 0 || count > left())
            return std::nullopt;
        m_position += count;
        return m_bytes.sliced(m_position - count, count);
    }

private:
    QByteArrayView m_bytes;
    qint64 m_position = 0;
};

} // namespace boxwright
