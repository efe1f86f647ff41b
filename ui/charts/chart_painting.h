// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>

class QPainter;
class QRectF;

namespace boxwright {

struct Tokens;

/// What a chart of counts shows; a plain value.
struct ChartContent
{
    enum class Kind
    {
        Bars,    ///< a row per name, parts side by side
        Columns, ///< a histogram
        Heat,    ///< a square grid of counts
    };
    /// One row or column.
    struct Bar
    {
        QString name;
        QList<qint64> parts; ///< one per legend, or one
        QColor color;        ///< of a bar without legend; invalid: the accent
    };

    Kind kind = Kind::Bars;
    QString title;
    QString axis; ///< what the columns stand for, with its unit; empty for none
    QList<Bar> bars;
    QStringList legend; ///< of the parts
    QList<qint64> grid; ///< of Heat, row by row
    int gridEdge = 0;

    [[nodiscard]] qint64 most() const; ///< the greatest sum of a bar, or the greatest cell
    [[nodiscard]] bool isEmpty() const { return most() == 0; }
};

/// Height that the content wants at any width.
int chartHeight(const ChartContent &content);

/// Paints the chart with its title into the rectangle: a function of content and colours, so that a picture in a file
/// is the same as on the screen.
void paintChart(QPainter &painter, const QRectF &rect, const ChartContent &content, const Tokens &tokens);

} // namespace boxwright
