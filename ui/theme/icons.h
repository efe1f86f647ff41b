// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

class QPainter;

namespace boxwright {

/// The program's own signs, drawn with lines so that they take any colour and any size without a file.
enum class Icon
{
    Label,
    Train,
    Data,
    Models,
    Undo,
    Redo,
    Search,
    Folder,
    Project,
    Sample,
    Remove,
    Image,
    Chevron,
};

/// Draws the icon into the square `rect`.
void paintIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color);

/// The same as a QIcon of `extent` logical pixels, sharp at any scale factor.
QIcon makeIcon(Icon icon, const QColor &color, int extent = 20);

} // namespace boxwright
