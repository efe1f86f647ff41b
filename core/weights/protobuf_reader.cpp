// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/protobuf_reader.h"

#include <bit>

namespace boxwright {

std::optional<quint64> takeVarint(ByteReader &reader)
{
    quint64 value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const auto byte = reader.number<quint8>();
        if (!byte)
            return std::nullopt;
        value |= quint64{*byte & 0x7fU} << shift;
        if ((*byte & 0x80U) == 0)
            return value;
    }
    return std::nullopt;
}

bool ProtobufReader::next()
{
    if (m_isBroken || m_reader.left() == 0)
        return false;
    m_isBroken = true; // until the field is whole
    const auto key = takeVarint(m_reader);
    if (!key || *key >> 3 == 0 || *key >> 3 > 0x1fffffff)
        return false;
    m_field = static_cast<int>(*key >> 3);
    m_wire = static_cast<int>(*key & 7);
    m_number = 0;
    m_bytes = {};
    std::optional<quint64> number;
    if (m_wire == kVarint || m_wire == kBytes)
        number = takeVarint(m_reader);
    else if (m_wire == kFixed64)
        number = m_reader.number<quint64>();
    else if (m_wire == kFixed32)
        number = m_reader.number<quint32>();
    if (!number)
        return false;
    if (m_wire == kBytes) {
        if (*number > static_cast<quint64>(m_reader.left()))
            return false;
        m_bytes = m_reader.take(static_cast<qint64>(*number)).value_or(QByteArrayView());
    } else {
        m_number = *number;
    }
    m_isBroken = false;
    return true;
}

float ProtobufReader::real() const
{
    return m_wire == kFixed32 ? std::bit_cast<float>(static_cast<quint32>(m_number)) : 0;
}

} // namespace boxwright
