// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/byte_reader.h"

namespace boxwright {

/// Walks over the fields of one protobuf message (protobuf.dev, Encoding) without knowing its type. Never reads past
/// the end of the bytes.
class ProtobufReader
{
public:
    explicit ProtobufReader(QByteArrayView message)
        : m_reader(message)
    {
    }

    /// Steps to the next field; false at the end, and where the bytes are no message (then isBroken()).
    bool next();
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

    [[nodiscard]] int field() const { return m_field; }
    /// Of a number: as stored, a fixed 32 or 64 bit value as its bits.
    [[nodiscard]] quint64 number() const { return m_number; }
    /// Of text, bytes, a message or packed numbers.
    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }
    [[nodiscard]] bool isBytes() const { return m_wire == kBytes; }
    /// The field's bits as a float; 0 where it has not four bytes.
    [[nodiscard]] float real() const;

private:
    static constexpr int kVarint = 0;
    static constexpr int kFixed64 = 1;
    static constexpr int kBytes = 2;
    static constexpr int kFixed32 = 5;

    ByteReader m_reader;
    bool m_isBroken = false;
    int m_field = 0;
    int m_wire = 0;
    quint64 m_number = 0;
    QByteArrayView m_bytes;
};

/// A number of one to ten bytes; nullopt, where there is none.
std::optional<quint64> takeVarint(ByteReader &reader);

} // namespace boxwright
