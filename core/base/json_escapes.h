// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace boxwright {

// What the walk over JSON and the spelling of its texts both know of strings.

inline bool isJsonDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Bytes at which the fast walk through a string stops: its end, escapes, control characters.
constexpr std::array<bool, 256> jsonStopBytes()
{
    std::array<bool, 256> stops{};
    for (std::size_t c = 0; c < 0x20; ++c)
        stops[c] = true;
    stops['"'] = true;
    stops['\\'] = true;
    return stops;
}

inline constexpr std::array<bool, 256> kJsonStops = jsonStopBytes();

/// The first of these bytes; `end` where there is none. Looks at eight bytes at a time.
inline const char *jsonStringStop(const char *at, const char *end)
{
    constexpr quint64 kOnes = ~quint64{0} / 255; // a byte of one, eight times
    constexpr quint64 kTops = kOnes << 7;
    for (; end - at >= 8; at += 8) {
        quint64 bytes = 0;
        std::memcpy(&bytes, at, 8);
        const quint64 quotes = bytes ^ (kOnes * '"');
        const quint64 slashes = bytes ^ (kOnes * '\\');
        const quint64 stops = ((quotes - kOnes) & ~quotes) | ((slashes - kOnes) & ~slashes) |
                              ((bytes - kOnes * 0x20) & ~bytes); // their top bits; see "Bit Twiddling Hacks", hasless()
        if ((stops & kTops) == 0)
            continue;
        if constexpr (std::endian::native == std::endian::little)
            return at + std::countr_zero(stops & kTops) / 8; // what follows the first hit may be wrong
        break;
    }
    while (at != end && !kJsonStops[static_cast<unsigned char>(*at)])
        ++at;
    return at;
}

inline int jsonHexValue(char c)
{
    if (isJsonDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The code unit of "\uXXXX" whose X start at `at`; -1 where they are none.
inline int jsonCodeUnit(QByteArrayView raw, qsizetype at)
{
    if (at + 4 > raw.size())
        return -1;
    int unit = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const int digit = jsonHexValue(raw[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

inline constexpr std::string_view kJsonEscapeLetters("\"\\/bfnrt");
inline constexpr std::string_view kJsonEscaped("\"\\/\b\f\n\r\t"); ///< what the letters stand for

/// What "\n" and its like stand for; 0 for no escape.
inline char16_t jsonEscape(char c)
{
    const std::size_t place = kJsonEscapeLetters.find(c);
    return place != std::string_view::npos ? static_cast<char16_t>(kJsonEscaped[place]) : u'\0';
}

} // namespace boxwright
