// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

class QIODevice;

namespace boxwright {

/// Reads a text file line by line with bounded memory, whatever its size and whether or not it has line ends.
class LineReader
{
public:
    static constexpr qsizetype kMaxLine = qsizetype{16} << 20;

    /// The device is open and outlives the reader. A byte order mark at its start is skipped.
    explicit LineReader(QIODevice &device);

    /// The next line without its end ("\n" or "\r\n"), there until the next call; nullopt after the last. Of a line
    /// longer than kMaxLine nothing is kept: it comes as an empty line and wasTooLong() is true.
    std::optional<QByteArrayView> next();

    [[nodiscard]] qint64 number() const { return m_number; } ///< of the line that next() gave, from 1
    [[nodiscard]] qint64 offset() const { return m_offset; } ///< where that line starts, in bytes
    [[nodiscard]] bool wasTooLong() const { return m_wasTooLong; }

private:
    bool fill();
    QByteArrayView acrossChunks();

    QIODevice &m_device;
    QByteArray m_buffer;
    QByteArray m_line; ///< of several chunks
    qsizetype m_at = 0;
    qint64 m_number = 0;
    qint64 m_filled = 0; ///< bytes that left the device
    qint64 m_offset = 0;
    bool m_wasTooLong = false;
};

} // namespace boxwright
