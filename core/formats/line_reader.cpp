// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/line_reader.h"

#include <QIODevice>

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
    m_buffer = m_device.read(kChunk);
    m_filled += m_buffer.size();
    m_at = 0;
    return !m_buffer.isEmpty();
}

std::optional<QByteArray> LineReader::next()
{
    QByteArray line;
    m_wasTooLong = false;
    m_offset = m_filled - m_buffer.size() + m_at;
    bool isThere = false;
    while (m_at < m_buffer.size() || fill()) {
        isThere = true;
        const qsizetype end = m_buffer.indexOf('\n', m_at);
        const qsizetype stop = end < 0 ? m_buffer.size() : end;
        m_wasTooLong = m_wasTooLong || line.size() + stop - m_at > kMaxLine;
        if (m_wasTooLong)
            line.clear();
        else
            line.append(m_buffer.constData() + m_at, stop - m_at);
        m_at = end < 0 ? stop : stop + 1;
        if (end >= 0)
            break;
    }
    if (!isThere)
        return std::nullopt;
    ++m_number;
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace boxwright
