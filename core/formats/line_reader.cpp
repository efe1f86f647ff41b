// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/line_reader.h"

#include <QIODevice>

#include <algorithm>

namespace boxwright {

namespace {

constexpr qint64 kChunk = qint64{1} << 20;

} // namespace

LineReader::LineReader(QIODevice &device)
    : m_device(device)
{
    fill();
    if (m_buffer.startsWith("\xef\xbb\xbf"))
        m_at = 3;
}

bool LineReader::fill()
{
    m_buffer.resize(kChunk);
    m_buffer.resize(std::max<qint64>(0, m_device.read(m_buffer.data(), kChunk)));
    m_filled += m_buffer.size();
    m_at = 0;
    return !m_buffer.isEmpty();
}

std::optional<QByteArrayView> LineReader::next()
{
    m_wasTooLong = false;
    m_offset = m_filled - m_buffer.size() + m_at;
    if (m_at == m_buffer.size() && !fill())
        return std::nullopt;
    ++m_number;
    const qsizetype end = m_buffer.indexOf('\n', m_at);
    QByteArrayView line;
    if (end >= 0) {
        line = QByteArrayView(m_buffer).sliced(m_at, end - m_at);
        m_at = end + 1;
    } else {
        line = acrossChunks();
    }
    return line.endsWith('\r') ? line.chopped(1) : line;
}

/// The line that starts here and has no end in this chunk.
QByteArrayView LineReader::acrossChunks()
{
    m_line.resize(0);
    while (m_at < m_buffer.size() || fill()) {
        const qsizetype end = m_buffer.indexOf('\n', m_at);
        const qsizetype stop = end < 0 ? m_buffer.size() : end;
        m_wasTooLong = m_wasTooLong || m_line.size() + stop - m_at > kMaxLine;
        if (m_wasTooLong)
            m_line.clear();
        else
            m_line.append(m_buffer.constData() + m_at, stop - m_at);
        m_at = end < 0 ? stop : stop + 1;
        if (end >= 0)
            break;
    }
    return m_line;
}

} // namespace boxwright
