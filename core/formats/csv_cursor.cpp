// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_cursor.h"

#include "core/base/utf8_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CsvCursor)
};

bool isBlank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\r';
}

} // namespace

CsvCursor::CsvCursor(QByteArrayView text)
    : CsvCursor(text, 0, 1)
{
}

CsvCursor::CsvCursor(QByteArrayView text, qsizetype position, qint64 line)
    : m_text(text)
    , m_at(position)
    , m_nextLine(line)
{
}

bool CsvCursor::next(QStringList &fields)
{
    fields.clear();
    if (!m_problem.isEmpty())
        return false;
    while (m_at < m_text.size() && (isBlank(m_text[m_at]) || m_text[m_at] == '\n')) {
        m_nextLine += m_text[m_at] == '\n' ? 1 : 0;
        ++m_at;
    }
    m_line = m_nextLine;
    if (m_at >= m_text.size())
        return false;
    const qsizetype limit = std::min(m_text.size(), m_at + kMaxRecord);
    while (takeField(fields, limit)) {
    }
    if (m_problem.isEmpty() && m_at >= limit && limit < m_text.size() && m_text[m_at] != '\n')
        m_problem = Text::tr("a record has more than %1 bytes").arg(kMaxRecord);
    if (m_problem.isEmpty() && m_at < m_text.size()) {
        ++m_at; // the line end
        ++m_nextLine;
    }
    return m_problem.isEmpty();
}

/// Takes a field and the comma behind it; false where none follows.
bool CsvCursor::takeField(QStringList &fields, qsizetype limit)
{
    while (m_at < limit && isBlank(m_text[m_at]))
        ++m_at;
    if (m_at < limit && m_text[m_at] == '"') {
        if (!takeQuoted(fields, limit))
            return false;
    } else {
        const char *const start = m_text.data() + m_at;
        const char *const end =
            std::find_if(start, m_text.data() + limit, [](char c) { return c == ',' || c == '\n'; });
        m_at += end - start;
        const char *last = end;
        while (last > start && isBlank(last[-1]))
            --last;
        const QByteArrayView field(start, last - start);
        fields.append(start == m_text.data() ? QString::fromUtf8(field) : utf8Text(field)); // a file may have a mark
    }
    const bool hasMore = m_at < limit && m_text[m_at] == ',';
    m_at += hasMore ? 1 : 0;
    return hasMore;
}

bool CsvCursor::takeQuoted(QStringList &fields, qsizetype limit)
{
    QByteArray field;
    for (++m_at;; ++m_at) {
        if (m_at >= limit) {
            m_problem = Text::tr("a quote is never closed");
            return false;
        }
        const char letter = m_text[m_at];
        if (letter == '"') {
            if (m_at + 1 >= limit || m_text[m_at + 1] != '"')
                break;
            ++m_at;
        }
        m_nextLine += letter == '\n' ? 1 : 0;
        field += letter;
    }
    ++m_at;
    while (m_at < limit && isBlank(m_text[m_at]))
        ++m_at;
    if (m_at < limit && m_text[m_at] != ',' && m_text[m_at] != '\n') {
        m_problem = Text::tr("something follows a closing quote");
        return false;
    }
    fields.append(utf8Text(field));
    return true;
}

QByteArray csvRecord(const QStringList &fields)
{
    QByteArray record;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        QByteArray field = fields[i].toUtf8();
        const bool isBare = fields.size() > 1 || !field.isEmpty(); // a lone empty field would be an empty line
        const bool hasEdge = !field.isEmpty() && (isBlank(field.front()) || isBlank(field.back()));
        const bool isLikeMark = fields[i].startsWith(QChar::ByteOrderMark); // which readers skip at a file's start
        if (!isBare || hasEdge || isLikeMark || field.contains('"') || field.contains(',') || field.contains('\n') ||
            field.contains('\r'))
            field = '"' + field.replace('"', "\"\"") + '"';
        record += (i > 0 ? QByteArray(",") : QByteArray()) + field;
    }
    return record + '\n';
}

} // namespace boxwright
