// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

class QApplication;
class QFont;
class QWidget;

namespace boxwright {

enum class ThemeChoice
{
    System, ///< follow the desktop
    Dark,
    Light,
};

/// Gives the program its palette, font and the one style sheet. Call it before the first window and again whenever the
/// person chooses another theme. Widgets take part in it by the property "kind", see setKind().
void applyTheme(QApplication &application, ThemeChoice choice);

/// Marks a widget for the style sheet:
///   QPushButton  "primary" (the one thing to do here), "big" (with primary: the one big button), "link", "danger"
///   QToolButton  "rail", "quiet"
///   QLabel       "title" (bold text), "heading" (bold, dim), "dim", "small" (dim, small), "bad", "warn"
///   QFrame       "card" (raised, rounded), "panel" (surface of lists), "bar" (top and status bar), "line" (hairline)
void setKind(QWidget &widget, const char *kind);

/// A font of the program's family in pixels: 13 base, 12 small, 15 big.
QFont themeFont(int pixelSize, bool isBold = false);

} // namespace boxwright
