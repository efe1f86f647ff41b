// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_painting.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
};

constexpr double kTitleHeight = 26;
constexpr double kRowHeight = 24;
constexpr double kBarHeight = 12;
constexpr double kNameWidth = 110;
constexpr double kCountWidth = 56;
constexpr double kLegendHeight = 20;
constexpr double kColumnsHeight = 130;
constexpr double kAxisHeight = 34;
constexpr int kMostRows = 24; ///< classes beyond that share the last row

qint64 sumOf(const ChartContent::Bar &bar)
{
    return std::accumulate(bar.parts.begin(), bar.parts.end(), qint64{0});
}

QColor partColor(qsizetype part, qsizetype parts, const ChartContent::Bar &bar, const Tokens &tokens)
{
    if (parts < 2)
        return bar.color.isValid() ? bar.color : tokens.accent;
    const QColor colors[] = {tokens.accent, tokens.warn, tokens.ok, tokens.dim};
    return colors[part % 4];
}

void drawText(QPainter &painter, const QRectF &rect, int flags, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    painter.drawText(rect, flags, metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

/// At most kMostRows; what is left over is one row.
QList<ChartContent::Bar> shownBars(const ChartContent &content)
{
    QList<ChartContent::Bar> bars = content.bars.mid(0, kMostRows);
    const QList<ChartContent::Bar> rest = content.bars.mid(kMostRows);
    if (rest.isEmpty())
        return bars;
    ChartContent::Bar others{Text::tr("%n more", nullptr, int(rest.size())), {}, {}};
    others.parts.resize(rest[0].parts.size());
    for (const ChartContent::Bar &bar : rest) {
        for (qsizetype i = 0; i < bar.parts.size(); ++i)
            others.parts[i] += bar.parts[i];
    }
    return bars << others;
}

double paintLegend(QPainter &painter, const QRectF &rect, const ChartContent &content, const Tokens &tokens)
{
    if (content.legend.size() < 2)
        return 0;
    double x = rect.left();
    const QFontMetricsF metrics(painter.font());
    for (qsizetype i = 0; i < content.legend.size(); ++i) {
        painter.fillRect(QRectF(x, rect.top() + 4, 9, 9), partColor(i, content.legend.size(), {}, tokens));
        painter.setPen(tokens.dim);
        const double width = metrics.horizontalAdvance(content.legend[i]);
        painter.drawText(QRectF(x + 14, rect.top(), width + 2, 17), Qt::AlignVCenter, content.legend[i]);
        x += width + 34;
    }
    return kLegendHeight;
}

void paintBars(QPainter &painter, QRectF rect, const ChartContent &content, const Tokens &tokens)
{
    rect.setTop(rect.top() + paintLegend(painter, rect, content, tokens));
    const QLocale locale;
    const QList<ChartContent::Bar> bars = shownBars(content);
    qint64 most = 1;
    for (const ChartContent::Bar &bar : bars)
        most = std::max(most, sumOf(bar));
    const double room = std::max(20.0, rect.width() - kNameWidth - kCountWidth);
    double y = rect.top();
    for (const ChartContent::Bar &bar : bars) {
        painter.setPen(tokens.text);
        drawText(painter, QRectF(rect.left(), y, kNameWidth - 8, kRowHeight), Qt::AlignVCenter, bar.name);
        double x = rect.left() + kNameWidth;
        for (qsizetype i = 0; i < bar.parts.size(); ++i) {
            const double width = room * double(bar.parts[i]) / double(most);
            painter.fillRect(QRectF(x, y + (kRowHeight - kBarHeight) / 2, width, kBarHeight),
                             partColor(i, bar.parts.size(), bar, tokens));
            x += width;
        }
        painter.setPen(tokens.dim);
        drawText(painter, QRectF(x + 6, y, kCountWidth - 6, kRowHeight), Qt::AlignVCenter, locale.toString(sumOf(bar)));
        y += kRowHeight;
    }
}

void paintColumns(QPainter &painter, const QRectF &rect, const ChartContent &content, const Tokens &tokens)
{
    const double bottom = rect.bottom() - kAxisHeight;
    const double top = rect.top() + 14;
    const double step = rect.width() / double(std::max<qsizetype>(1, content.bars.size()));
    const qint64 most = std::max<qint64>(1, content.most());
    const QFontMetricsF metrics(painter.font());
    double free = rect.left(); // where the next name has room
    for (qsizetype i = 0; i < content.bars.size(); ++i) {
        const ChartContent::Bar &bar = content.bars[i];
        const double x = rect.left() + step * double(i);
        const double height = (bottom - top) * double(sumOf(bar)) / double(most);
        painter.fillRect(QRectF(x + 1, bottom - height, std::max(1.0, step - 2), height), partColor(0, 1, bar, tokens));
        painter.setPen(tokens.dim);
        const double width = metrics.horizontalAdvance(bar.name);
        if (x >= free && x + width <= rect.right() + 2) {
            painter.drawText(QPointF(x, bottom + 14), bar.name);
            free = x + width + 8;
        }
    }
    painter.setPen(tokens.border);
    painter.drawLine(QPointF(rect.left(), bottom + 0.5), QPointF(rect.right(), bottom + 0.5));
    painter.setPen(tokens.dim);
    drawText(painter, QRectF(rect.left(), rect.bottom() - 16, rect.width(), 16), Qt::AlignVCenter, content.axis);
    drawText(painter, QRectF(rect.left(), rect.top() - 2, rect.width(), 14), Qt::AlignRight | Qt::AlignVCenter,
             Text::tr("most: %1").arg(QLocale().toString(content.most())));
}

void paintHeat(QPainter &painter, const QRectF &rect, const ChartContent &content, const Tokens &tokens)
{
    const double edge = std::min(rect.width(), rect.height() - 18);
    const QRectF square(rect.left(), rect.top(), edge, edge);
    painter.fillRect(square, tokens.surround);
    const double most = double(std::max<qint64>(1, content.most()));
    const double cell = edge / content.gridEdge;
    for (int y = 0; y < content.gridEdge; ++y) {
        for (int x = 0; x < content.gridEdge; ++x) {
            QColor color = tokens.accent;
            color.setAlphaF(float(std::sqrt(double(content.grid[qsizetype{y} * content.gridEdge + x]) / most)));
            // A little over the cell's edge, so that no seams show between scaled cells.
            painter.fillRect(
                QRectF(square.left() + x * cell, square.top() + y * cell, cell + 0.3, cell + 0.3).intersected(square),
                color);
        }
    }
    painter.setPen(tokens.dim);
    drawText(painter, QRectF(rect.left(), rect.bottom() - 16, rect.width(), 16), Qt::AlignVCenter, content.axis);
}

} // namespace

qint64 ChartContent::most() const
{
    qint64 most = 0;
    for (const Bar &bar : bars)
        most = std::max(most, sumOf(bar));
    for (const qint64 count : grid)
        most = std::max(most, count);
    return most;
}

int chartHeight(const ChartContent &content)
{
    switch (content.kind) {
    case ChartContent::Kind::Bars: {
        const double legend = content.legend.size() > 1 ? kLegendHeight : 0;
        const auto rows = double(std::min<qsizetype>(content.bars.size(), kMostRows + 1));
        return int(kTitleHeight + legend + std::max(1.0, rows) * kRowHeight);
    }
    case ChartContent::Kind::Columns:
        return int(kTitleHeight + kColumnsHeight + kAxisHeight);
    default:
        return int(kTitleHeight + kColumnsHeight + kAxisHeight) + 60;
    }
}

void paintChart(QPainter &painter, const QRectF &rect, const ChartContent &content, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(13, true));
    painter.setPen(tokens.text);
    drawText(painter, QRectF(rect.left(), rect.top(), rect.width(), kTitleHeight - 6), Qt::AlignVCenter, content.title);
    painter.setFont(themeFont(12));
    const QRectF body = rect.adjusted(0, kTitleHeight, 0, 0);
    if (content.isEmpty()) {
        painter.setPen(tokens.dim);
        painter.drawText(body, Qt::AlignLeft | Qt::AlignTop, Text::tr("Nothing to show yet."));
    } else if (content.kind == ChartContent::Kind::Bars) {
        paintBars(painter, body, content, tokens);
    } else if (content.kind == ChartContent::Kind::Columns) {
        paintColumns(painter, body, content, tokens);
    } else {
        paintHeat(painter, body, content, tokens);
    }
    painter.restore();
}

} // namespace boxwright
