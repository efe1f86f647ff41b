// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyCombination>

class QKeyEvent;

namespace boxwright {

/// The key as it is printed on a Latin keyboard, whatever the layout: Caps Lock, Shift and non-Latin layouts (Hangul,
/// Cyrillic, Greek, kana) do not change which key was pressed. Letters are Key_A..Key_Z, digits Key_0..Key_9; the
/// keypad and lock modifiers are dropped.
QKeyCombination latinKey(const QKeyEvent &event);

} // namespace boxwright
