// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace boxwright {

namespace {

// Every path lies in a square of 24 units and is stroked with 1.6 units.

QPainterPath labelPath()
{
    QPainterPath path;
    path.addRect(4, 6, 16, 12);
    for (const QPointF corner : {QPointF(4, 6), QPointF(20, 6), QPointF(4, 18), QPointF(20, 18)})
        path.addRect(QRectF(corner - QPointF(1.2, 1.2), QSizeF(2.4, 2.4)));
    return path;
}

QPainterPath trainPath()
{
    QPainterPath path(QPointF(4, 4));
    path.lineTo(4, 20);
    path.lineTo(20, 20);
    path.moveTo(5, 6);
    path.cubicTo(7, 14, 11, 16.5, 20, 17);
    return path;
}

QPainterPath dataPath()
{
    QPainterPath path;
    path.addEllipse(QPointF(12, 6), 7, 2.6);
    for (const double y : {6.0, 12.0}) { // two drums below the lid
        path.moveTo(5, y);
        path.lineTo(5, y + 6);
        path.cubicTo(5, y + 9.5, 19, y + 9.5, 19, y + 6);
        path.lineTo(19, y);
    }
    return path;
}

QPainterPath modelsPath()
{
    QPainterPath path(QPointF(12, 3.5)); // a cube
    for (const QPointF corner :
         {QPointF(19.5, 7.5), QPointF(19.5, 16.5), QPointF(12, 20.5), QPointF(4.5, 16.5), QPointF(4.5, 7.5)})
        path.lineTo(corner);
    path.closeSubpath();
    path.moveTo(4.5, 7.5);
    path.lineTo(12, 11.5);
    path.lineTo(19.5, 7.5);
    path.moveTo(12, 11.5);
    path.lineTo(12, 20.5);
    return path;
}

QPainterPath turnPath(bool isMirrored)
{
    QPainterPath path(QPointF(8, 5));
    path.lineTo(4, 9);
    path.lineTo(8, 13);
    path.moveTo(4, 9);
    path.lineTo(14, 9);
    path.cubicTo(21, 9, 21, 19, 14, 19);
    path.lineTo(10, 19);
    return isMirrored ? QTransform(-1, 0, 0, 1, 24, 0).map(path) : path;
}

QPainterPath searchPath()
{
    QPainterPath path;
    path.addEllipse(QPointF(10.5, 10.5), 6, 6);
    path.moveTo(15, 15);
    path.lineTo(20, 20);
    return path;
}

QPainterPath folderPath()
{
    QPainterPath path(QPointF(3, 19));
    path.lineTo(3, 6);
    path.lineTo(9, 6);
    path.lineTo(11, 8.5);
    path.lineTo(21, 8.5);
    path.lineTo(21, 19);
    path.closeSubpath();
    return path;
}

QPainterPath projectPath()
{
    QPainterPath path;
    path.addRect(4, 4, 16, 16);
    path.addRect(8, 9, 6, 6);
    return path;
}

QPainterPath samplePath()
{
    QPainterPath path;
    path.addEllipse(QPointF(8.5, 9), 4.5, 4.5);
    path.addRect(12.5, 11.5, 8, 8);
    return path;
}

QPainterPath removePath()
{
    QPainterPath path(QPointF(6, 6));
    path.lineTo(18, 18);
    path.moveTo(18, 6);
    path.lineTo(6, 18);
    return path;
}

QPainterPath imagePath()
{
    QPainterPath path;
    path.addRect(3, 5, 18, 14);
    path.moveTo(3, 16);
    path.lineTo(9, 11);
    path.lineTo(14, 16);
    path.lineTo(17, 13.5);
    path.lineTo(21, 17);
    path.addEllipse(QPointF(16, 9), 1.3, 1.3);
    return path;
}

QPainterPath chevronPath()
{
    QPainterPath path(QPointF(6, 9));
    path.lineTo(12, 15);
    path.lineTo(18, 9);
    return path;
}

QPainterPath pathOf(Icon icon)
{
    switch (icon) {
    case Icon::Label:
        return labelPath();
    case Icon::Train:
        return trainPath();
    case Icon::Data:
        return dataPath();
    case Icon::Models:
        return modelsPath();
    case Icon::Undo:
        return turnPath(false);
    case Icon::Redo:
        return turnPath(true);
    case Icon::Search:
        return searchPath();
    case Icon::Folder:
        return folderPath();
    case Icon::Project:
        return projectPath();
    case Icon::Sample:
        return samplePath();
    case Icon::Remove:
        return removePath();
    case Icon::Image:
        return imagePath();
    case Icon::Chevron:
        return chevronPath();
    }
    return {};
}

class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(Icon icon, const QColor &color, int extent)
        : m_icon(icon)
        , m_color(color)
        , m_extent(extent)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QColor color = m_color;
        if (mode == QIcon::Disabled)
            color.setAlphaF(0.4F);
        paintIcon(*painter, m_icon, rect, color);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QSize actualSize(const QSize &, QIcon::Mode, QIcon::State) override { return {m_extent, m_extent}; }
    [[nodiscard]] QIconEngine *clone() const override { return new LineIconEngine(*this); }

private:
    Icon m_icon;
    QColor m_color;
    int m_extent;
};

} // namespace

void paintIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 24, rect.height() / 24);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(pathOf(icon));
    painter.restore();
}

QIcon makeIcon(Icon icon, const QColor &color, int extent)
{
    return QIcon(new LineIconEngine(icon, color, extent));
}

} // namespace boxwright
