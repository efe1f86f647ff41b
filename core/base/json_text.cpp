// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_text.h"

#include "core/base/json_escapes.h"
#include "core/base/utf8_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace boxwright {

namespace {

constexpr double kExactWhole = 1e15; ///< whole numbers below it are exact in a double

/// Any text.
void appendEscaped(QByteArray &json, const QString &text)
{
    const QByteArray plain = text.toUtf8();
    json += '"';
    qsizetype start = 0; // of what needs no escape
    for (qsizetype at = 0; at < plain.size(); ++at) {
        const char c = plain[at];
        if (!kJsonStops[static_cast<unsigned char>(c)])
            continue;
        json.append(plain.constData() + start, at - start);
        start = at + 1;
        const std::size_t place = kJsonEscaped.find(c);
        json += '\\';
        if (place != std::string_view::npos)
            json += kJsonEscapeLetters[place];
        else
            json += "u00" + QByteArray::number(int(c), 16).rightJustified(2, '0');
    }
    json.append(plain.constData() + start, plain.size() - start);
    json += '"';
}

} // namespace

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
        const int unit = kind == 'u' ? jsonCodeUnit(rawString, at + 2) : jsonEscape(kind);
        if (unit < 0 || (unit == 0 && kind != 'u'))
            return std::nullopt;
        plain = at + (kind == 'u' ? 6 : 2);
        if (!QChar::isSurrogate(static_cast<char32_t>(unit))) {
            text += QChar(static_cast<char16_t>(unit));
            continue;
        }
        const bool hasLow = rawString.sliced(plain).startsWith(QByteArrayView("\\u"));
        const int low = hasLow ? jsonCodeUnit(rawString, plain + 2) : -1;
        if (!QChar::isHighSurrogate(static_cast<char32_t>(unit)) || low < 0 ||
            !QChar::isLowSurrogate(static_cast<char32_t>(low)))
            return std::nullopt;
        text += QChar(static_cast<char16_t>(unit));
        text += QChar(static_cast<char16_t>(low));
        plain += 6;
    }
    return text + utf8Text(rawString.sliced(plain));
}

void appendJsonString(QByteArray &json, const QString &text)
{
    const qsizetype old = json.size();
    json.resize(old + text.size() + 2);
    char *at = json.data() + old;
    *at++ = '"';
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= 0x80 || kJsonStops[unit]) {
            json.truncate(old);
            appendEscaped(json, text);
            return;
        }
        *at++ = static_cast<char>(unit);
    }
    *at = '"';
}

QByteArray jsonString(const QString &text)
{
    QByteArray json;
    appendJsonString(json, text);
    return json;
}

void appendJsonNumber(QByteArray &json, double value)
{
    std::array<char, 400> digits; // a double in fixed notation needs up to 325 characters
    const double magnitude = std::abs(value);
    std::to_chars_result end{};
    if (magnitude < kExactWhole && std::trunc(value) == value) {
        end = std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<qint64>(value));
    } else {
        const bool isFixed = magnitude >= 1e-4 && magnitude < 1e16;
        const auto format = isFixed ? std::chars_format::fixed : std::chars_format::scientific;
        end = std::to_chars(digits.data(), digits.data() + digits.size(), value, format);
    }
    json.append(digits.data(), end.ptr - digits.data());
}

QByteArray jsonNumber(double value)
{
    QByteArray json;
    appendJsonNumber(json, value);
    return json;
}

} // namespace boxwright
