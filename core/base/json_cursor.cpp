// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_cursor.h"

#include "core/base/utf8_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string_view>

namespace boxwright {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Bytes at which the fast walk through a string stops: its end, escapes, control characters.
constexpr std::array<bool, 256> stopBytes()
{
    std::array<bool, 256> stops{};
    for (std::size_t c = 0; c < 0x20; ++c)
        stops[c] = true;
    stops['"'] = true;
    stops['\\'] = true;
    return stops;
}

constexpr std::array<bool, 256> kStops = stopBytes();

/// Reads a number that is well-formed; infinite where it is too large for a double.
double toDouble(QByteArrayView number)
{
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

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The code unit of "\uXXXX" whose X start at `at`; -1 where they are none.
int codeUnit(QByteArrayView raw, qsizetype at)
{
    if (at + 4 > raw.size())
        return -1;
    int unit = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const int digit = hexValue(raw[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

constexpr std::string_view kEscapeLetters("\"\\/bfnrt");
constexpr std::string_view kEscaped("\"\\/\b\f\n\r\t"); ///< what the letters stand for

/// What "\n" and its like stand for; 0 for no escape.
char16_t plainEscape(char c)
{
    const std::size_t place = kEscapeLetters.find(c);
    return place != std::string_view::npos ? static_cast<char16_t>(kEscaped[place]) : u'\0';
}

} // namespace

JsonCursor::JsonCursor(QByteArrayView text)
    : m_start(text.data())
    , m_at(text.data())
    , m_end(text.data() + text.size())
{
}

void JsonCursor::skipSpace()
{
    while (m_at != m_end && isSpace(*m_at))
        ++m_at;
}

bool JsonCursor::fail()
{
    m_hasFailed = true;
    return false;
}

void JsonCursor::seek(qsizetype position)
{
    m_at = m_start + position;
    m_depth = 0;
    m_hasItems = 0;
}

JsonCursor::Kind JsonCursor::kind()
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
        return *m_at == '-' || isDigit(*m_at) ? Kind::Number : Kind::Nothing;
    }
}

bool JsonCursor::enter(char bracket)
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
bool JsonCursor::next(char bracket)
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

bool JsonCursor::enterObject()
{
    return enter('{');
}

bool JsonCursor::nextMember(QByteArrayView &key)
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

bool JsonCursor::enterArray()
{
    return enter('[');
}

bool JsonCursor::nextElement()
{
    return next(']');
}

/// Passes a string, whose first quote is here; gives what is between the quotes.
QByteArrayView JsonCursor::rawString()
{
    const char *start = ++m_at;
    for (;;) {
        while (m_at != m_end && !kStops[static_cast<unsigned char>(*m_at)])
            ++m_at;
        if (m_at == m_end || static_cast<unsigned char>(*m_at) < 0x20) {
            fail();
            return {};
        }
        if (*m_at == '"')
            return {start, m_at++ - start};
        ++m_at;
        const bool isUnit = m_at != m_end && *m_at == 'u' && codeUnit({m_at, m_end - m_at}, 1) >= 0;
        if (m_at == m_end || (!isUnit && plainEscape(*m_at) == 0)) {
            fail();
            return {};
        }
        m_at += isUnit ? 5 : 1;
    }
}

bool JsonCursor::passNumber()
{
    const auto passDigits = [this] {
        const char *first = m_at;
        while (m_at != m_end && isDigit(*m_at))
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
    const bool isNumber = kind() == Kind::Number;
    const QByteArrayView raw = skip();
    if (!isNumber || raw.isEmpty())
        return std::nullopt;
    return toDouble(raw);
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

std::optional<QString> jsonText(QByteArrayView rawString)
{
    if (!rawString.isValidUtf8())
        return std::nullopt;
    if (!rawString.contains('\\'))
        return utf8Text(rawString);
    QString text;
    qsizetype plain = 0; // start of what has no escapes
    for (qsizetype at = rawString.indexOf('\\'); at >= 0; at = rawString.indexOf('\\', plain)) {
        text += utf8Text(rawString.sliced(plain, at - plain));
        const char kind = at + 1 < rawString.size() ? rawString[at + 1] : '\0';
        const int unit = kind == 'u' ? codeUnit(rawString, at + 2) : plainEscape(kind);
        if (unit < 0 || (unit == 0 && kind != 'u'))
            return std::nullopt;
        plain = at + (kind == 'u' ? 6 : 2);
        if (!QChar::isSurrogate(static_cast<char32_t>(unit))) {
            text += QChar(static_cast<char16_t>(unit));
            continue;
        }
        const bool hasLow = rawString.sliced(plain).startsWith(QByteArrayView("\\u"));
        const int low = hasLow ? codeUnit(rawString, plain + 2) : -1;
        if (!QChar::isHighSurrogate(static_cast<char32_t>(unit)) || low < 0 ||
            !QChar::isLowSurrogate(static_cast<char32_t>(low)))
            return std::nullopt;
        text += QChar(static_cast<char16_t>(unit));
        text += QChar(static_cast<char16_t>(low));
        plain += 6;
    }
    return text + utf8Text(rawString.sliced(plain));
}

QByteArray jsonString(const QString &text)
{
    const QByteArray plain = text.toUtf8();
    QByteArray json;
    json += '"';
    for (const char c : plain) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') {
            json += c;
            continue;
        }
        const std::size_t place = kEscaped.find(c);
        json += '\\';
        if (place != std::string_view::npos)
            json += kEscapeLetters[place];
        else
            json += "u00" + QByteArray::number(int(c), 16).rightJustified(2, '0');
    }
    return json + '"';
}

QByteArray jsonNumber(double value)
{
    std::array<char, 400> digits; // a double in fixed notation needs up to 325 characters
    const double magnitude = std::abs(value);
    const bool isFixed = value == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
    const auto format = isFixed ? std::chars_format::fixed : std::chars_format::scientific;
    const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), value, format);
    return value == 0 ? QByteArray("0") : QByteArray(digits.data(), end.ptr - digits.data());
}

} // namespace boxwright
