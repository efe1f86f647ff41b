// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_cursor.h"

#include "core/base/json_escapes.h"
#include "core/base/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace boxwright {

namespace {

constexpr qsizetype kExactDigits = 15; ///< whole numbers of so many digits are exact in a double

/// Reads a number that is well-formed; infinite where it is too large for a double.
double toDouble(QByteArrayView number)
{
    if (number.size() <= kExactDigits) {
        qint64 whole = 0;
        const char *at = number.begin();
        for (; at != number.end() && isJsonDigit(*at); ++at)
            whole = whole * 10 + (*at - '0');
        if (at == number.end())
            return static_cast<double>(whole);
    }
    double value = 0;
    const std::from_chars_result result = std::from_chars(number.begin(), number.end(), value);
    if (result.ec != std::errc::result_out_of_range)
        return value;
    return std::strtod(number.toByteArray().constData(), nullptr); // too small gives the nearest, too large infinity
}

bool isFiniteNumber(QByteArrayView number)
{
    return std::isfinite(toDouble(number));
}

} // namespace

void JsonCursor::seek(qsizetype position)
{
    m_at = m_start + position;
    m_depth = 0;
    m_hasItems = 0;
}

/// At a stop byte that is no quote: goes on behind an escape; an error else.
bool JsonCursor::passEscape()
{
    if (m_at == m_end || *m_at != '\\')
        return fail();
    ++m_at;
    const bool isUnit = m_at != m_end && *m_at == 'u' && jsonCodeUnit({m_at, m_end - m_at}, 1) >= 0;
    if (m_at == m_end || (!isUnit && jsonEscape(*m_at) == 0))
        return fail();
    m_at += isUnit ? 5 : 1;
    return true;
}

bool JsonCursor::passNumber()
{
    const auto passDigits = [this] {
        const char *first = m_at;
        while (m_at != m_end && isJsonDigit(*m_at))
            ++m_at;
        return m_at - first;
    };
    const char *start = m_at;
    if (*m_at == '-')
        ++m_at;
    const bool isZero = m_at != m_end && *m_at == '0';
    const qsizetype whole = passDigits();
    if (whole == 0 || (isZero && whole > 1)) // no leading zeros
        return fail();
    if (m_at != m_end && *m_at == '.') {
        ++m_at;
        if (passDigits() == 0)
            return fail();
    }
    const bool hasExponent = m_at != m_end && (*m_at | 0x20) == 'e';
    if (hasExponent) {
        ++m_at;
        if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        if (passDigits() == 0)
            return fail();
    }
    const bool mayBeTooLarge = hasExponent || whole > std::numeric_limits<double>::max_exponent10;
    return !mayBeTooLarge || isFiniteNumber({start, m_at - start}) || fail();
}

bool JsonCursor::passWord()
{
    for (const QByteArrayView word : {QByteArrayView("true"), QByteArrayView("false"), QByteArrayView("null")}) {
        if (QByteArrayView(m_at, m_end - m_at).startsWith(word)) {
            m_at += word.size();
            return true;
        }
    }
    return fail();
}

/// Recursion is bounded by kMaxDepth.
void JsonCursor::passValue()
{
    switch (kind()) {
    case Kind::Object:
        enterObject();
        for (QByteArrayView key; nextMember(key);)
            passValue();
        break;
    case Kind::Array:
        enterArray();
        while (nextElement())
            passValue();
        break;
    case Kind::String:
        rawString();
        break;
    case Kind::Number:
        passNumber();
        break;
    case Kind::Word:
        passWord();
        break;
    case Kind::Nothing:
        fail();
    }
}

QByteArrayView JsonCursor::skip()
{
    skipSpace();
    const char *start = m_at;
    passValue();
    return m_hasFailed ? QByteArrayView() : QByteArrayView(start, m_at - start);
}

std::optional<double> JsonCursor::number()
{
    if (kind() != Kind::Number) {
        passValue();
        return std::nullopt;
    }
    const char *start = m_at;
    quint64 whole = 0; // short whole numbers are read while they are passed
    while (m_at != m_end && isJsonDigit(*m_at))
        whole = whole * 10 + static_cast<quint64>(*m_at++ - '0');
    const bool isPlain = m_at != m_end && *m_at != '.' && (*m_at | 0x20) != 'e' && m_at != start &&
                         m_at - start <= kExactDigits && (*start != '0' || m_at - start == 1);
    if (isPlain)
        return static_cast<double>(whole);
    m_at = start;
    return passNumber() ? std::optional(toDouble({start, m_at - start})) : std::nullopt;
}

std::optional<QString> JsonCursor::string()
{
    const bool isString = kind() == Kind::String;
    const QByteArrayView raw = skip();
    if (!isString || m_hasFailed)
        return std::nullopt;
    std::optional<QString> text = jsonText(raw.sliced(1, raw.size() - 2));
    if (!text)
        fail();
    return text;
}

std::optional<bool> JsonCursor::boolean()
{
    const QByteArrayView raw = skip();
    if (raw == QByteArrayView("true"))
        return true;
    return raw == QByteArrayView("false") ? std::optional(false) : std::nullopt;
}

bool JsonCursor::isAtEnd()
{
    skipSpace();
    return !m_hasFailed && m_depth == 0 && m_at == m_end;
}

} // namespace boxwright
