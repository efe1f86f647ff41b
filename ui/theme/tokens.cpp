// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QPalette>

namespace boxwright {

const Tokens &darkTokens()
{
    static const Tokens tokens{
        .window = QColor(0x1b1c1f),
        .panel = QColor(0x232529),
        .raised = QColor(0x2b2e33),
        .border = QColor(0x36393f),
        .surround = QColor(0x131416),
        .text = QColor(0xe8e9eb),
        .dim = QColor(0x9aa0a8),
        .accent = QColor(0x4fb6c8),
        .onAccent = QColor(0x06262c),
        .ok = QColor(0x5bbf8a),
        .warn = QColor(0xe0b04b),
        .bad = QColor(0xe5675a),
        .selection = QColor(0x2f4a52),
        .hover = QColor(0x2a2c31),
        .chip = QColor(0, 0, 0, 190),
        .onChip = QColor(0xffffff),
        .isDark = true,
    };
    return tokens;
}

const Tokens &lightTokens()
{
    static const Tokens tokens{
        .window = QColor(0xeceef0),
        .panel = QColor(0xf8f9fa),
        .raised = QColor(0xffffff),
        .border = QColor(0xd5d9de),
        .surround = QColor(0xc9cdd2),
        .text = QColor(0x1d2126),
        .dim = QColor(0x5b646e), // the sketch's #616a74 has contrast 4.49 on the selection
        .accent = QColor(0x0b7f95),
        .onAccent = QColor(0xffffff),
        .ok = QColor(0x1f8a56),
        .warn = QColor(0x9a6b00),
        .bad = QColor(0xbf3a2c),
        .selection = QColor(0xd6ebef),
        .hover = QColor(0xeef0f2),
        .chip = QColor(0, 0, 0, 190),
        .onChip = QColor(0xffffff),
        .isDark = false,
    };
    return tokens;
}

const Tokens &tokensFor(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
}

} // namespace boxwright
