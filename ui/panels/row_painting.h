// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QRect>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

namespace boxwright {

/// The parts of one row of a list of classes or labels.
struct RowContent
{
    QColor swatch;
    QString text;
    QString trailing; ///< dim, at the right
    QString key;      ///< on a small key cap at the far right; empty: none, but its room is kept
    bool hasKeyRoom = false;
};

/// Background of a row: selection, hover, focus ring.
void paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option, const Tokens &tokens);
void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const RowContent &content);
/// Where paintRow() puts the swatch and the text.
QRect rowSwatchRect(const QRect &row);
QRect rowTextRect(const QRect &row, int trailingWidth);

inline constexpr int kRowHeight = 30;

} // namespace boxwright
