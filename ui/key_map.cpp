// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/key_map.h"

#include <QHash>
#include <QKeyEvent>

namespace boxwright {

namespace {

bool isLatin(int key)
{
    return (key >= Qt::Key_A && key <= Qt::Key_Z) || (key >= Qt::Key_0 && key <= Qt::Key_9);
}

/// The symbol above a digit of the US layout, for Shift+digit without a scan code.
int digitBelow(int key)
{
    static const QHash<int, int> digits{
        {Qt::Key_Exclam, Qt::Key_1},     {Qt::Key_At, Qt::Key_2},       {Qt::Key_NumberSign, Qt::Key_3},
        {Qt::Key_Dollar, Qt::Key_4},     {Qt::Key_Percent, Qt::Key_5},  {Qt::Key_AsciiCircum, Qt::Key_6},
        {Qt::Key_Ampersand, Qt::Key_7},  {Qt::Key_Asterisk, Qt::Key_8}, {Qt::Key_ParenLeft, Qt::Key_9},
        {Qt::Key_ParenRight, Qt::Key_0},
    };
    return digits.value(key, 0);
}

/// Key by place: X11 key codes (evdev + 8) and, on Windows, set-1 scan codes name the same places 8 apart.
int keyAtPlace(quint32 scanCode)
{
#ifdef Q_OS_WIN
    const quint32 code = scanCode + 8;
#else
    const quint32 code = scanCode;
#endif
    static const QByteArray rows[] = {"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
    static constexpr quint32 starts[] = {10, 24, 38, 52};
    for (int row = 0; row < 4; ++row) {
        if (code >= starts[row] && code < starts[row] + quint32(rows[row].size()))
            return rows[row][qsizetype(code - starts[row])];
    }
    return 0;
}

/// The key that types this character on the usual layout of its script: Hangul 2-set, Russian, Greek.
int keyTyping(QChar c)
{
    static const std::pair<QString, QByteArray> layouts[] = {
        {QStringLiteral("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"),
         "QWERTYUIOPASDFGHJKLZXCVBNMQWERTOP"},
        {QStringLiteral("йцукенгшщзфывапролдячсмить"), "QWERTYUIOPASDFGHJKLZXCVBNM"},
        {QStringLiteral("ςερτυθιοπασδφγηξκλζχψωβνμ"), "WERTYUIOPASDFGHJKLZXCVBNM"},
    };
    for (const auto &[characters, keys] : layouts) {
        const qsizetype at = characters.indexOf(c.toLower());
        if (at >= 0)
            return keys[at];
    }
    return 0;
}

} // namespace

QKeyCombination latinKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers =
        event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    int key = event.key();
    const bool isDigitShifted = modifiers.testFlag(Qt::ShiftModifier) && !isLatin(key);
    const bool isOwnKey = key >= Qt::Key_Escape && key < Qt::Key_unknown; // Esc, arrows, F keys, dead keys
    if (!isLatin(key) && !isOwnKey) {
        const int typed = event.text().isEmpty() ? keyTyping(QChar(key & 0xffff)) : keyTyping(event.text().front());
        const int place = keyAtPlace(event.nativeScanCode());
        if (typed)
            key = typed;
        else if (place && (key > 0x7f || place <= Qt::Key_9))
            key = place;
        else if (isDigitShifted && digitBelow(key))
            key = digitBelow(key);
    }
    return QKeyCombination(modifiers, static_cast<Qt::Key>(key));
}

} // namespace boxwright
