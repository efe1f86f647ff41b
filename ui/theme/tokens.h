// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

namespace boxwright {

/// Every colour of the window, by what it is for. Widgets ask tokensFor(palette()) and know no colour of their own.
struct Tokens
{
    QColor window;    ///< bars and pages
    QColor panel;     ///< lists and side panels
    QColor raised;    ///< buttons, fields, cards
    QColor border;    ///< hairlines
    QColor surround;  ///< around the image
    QColor text;      ///< contrast >= 4.5 on window, panel, raised and selection
    QColor dim;       ///< second-rank text, same contrast on window and panel
    QColor accent;    ///< the one colour that asks for attention
    QColor onAccent;  ///< text on accent
    QColor ok;        ///< done, saved
    QColor warn;      ///< look at this
    QColor bad;       ///< failed
    QColor selection; ///< background of what is selected
    QColor hover;     ///< background under the pointer
    QColor chip;      ///< dark chip on the image, on every theme
    QColor onChip;    ///< text on it
    bool isDark = true;
};

const Tokens &darkTokens();
const Tokens &lightTokens();

/// The tokens that made this palette; for a foreign palette those that fit its lightness.
const Tokens &tokensFor(const QPalette &palette);

} // namespace boxwright
