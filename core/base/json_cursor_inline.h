// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_cursor.h"
#include "core/base/json_escapes.h"

namespace boxwright {

// What every member of every object passes through is inline.

inline JsonCursor::Kind JsonCursor::kind()
{
    skipSpace();
    if (m_hasFailed || m_at == m_end)
        return Kind::Nothing;
    switch (*m_at) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    case '"':
        return Kind::String;
    case 't':
    case 'f':
    case 'n':
        return Kind::Word;
    default:
        return *m_at == '-' || isJsonDigit(*m_at) ? Kind::Number : Kind::Nothing;
    }
}

inline bool JsonCursor::enter(char bracket)
{
    skipSpace();
    if (m_hasFailed || m_at == m_end || *m_at != bracket)
        return fail();
    if (m_depth >= kMaxDepth) {
        m_isTooDeep = true;
        return fail();
    }
    ++m_at;
    ++m_depth;
    m_hasItems &= ~(quint64{1} << m_depth);
    return true;
}

/// To the start of the next item, past its comma; false past the closing bracket.
inline bool JsonCursor::next(char bracket)
{
    skipSpace();
    if (m_hasFailed || m_at == m_end)
        return fail();
    const quint64 bit = quint64{1} << m_depth;
    if (*m_at == bracket) {
        ++m_at;
        --m_depth;
        return false;
    }
    if ((m_hasItems & bit) != 0) {
        if (*m_at != ',')
            return fail();
        ++m_at;
        skipSpace();
    }
    m_hasItems |= bit;
    return true;
}

inline bool JsonCursor::nextMember(QByteArrayView &key)
{
    if (!next('}'))
        return false;
    if (m_at == m_end || *m_at != '"')
        return fail();
    key = rawString();
    skipSpace();
    if (m_hasFailed || m_at == m_end || *m_at != ':')
        return fail();
    ++m_at;
    return true;
}

/// Passes a string, whose first quote is here; gives what is between the quotes.
inline QByteArrayView JsonCursor::rawString()
{
    const char *start = ++m_at;
    for (;;) {
        m_at = jsonStringStop(m_at, m_end);
        if (m_at != m_end && *m_at == '"')
            return {start, m_at++ - start};
        if (!passEscape())
            return {};
    }
}

} // namespace boxwright
