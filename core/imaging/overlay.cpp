// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/overlay.h"

#include "core/base/file_io.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

/// Sizes of one picture's drawing, in its pixels.
struct Measures
{
    explicit Measures(QSize size)
        : line(std::clamp(std::min(size.width(), size.height()) / 240, 2, 12))
        , type(std::clamp(std::min(size.width(), size.height()) / 32, 12, 64))
    {
    }

    int line; ///< width of a box's line
    int type; ///< height of the type
};

/// Black or white, whichever is read more easily on the colour (luma of ITU-R BT.601).
QColor readableOn(const QColor &color)
{
    const double luma = 0.299 * color.red() + 0.587 * color.green() + 0.114 * color.blue();
    return luma > 140 ? Qt::black : Qt::white;
}

/// Whole pixels keep the lines crisp.
QRectF snapped(const Box &box)
{
    return {QPointF(std::round(box.left), std::round(box.top)), QPointF(std::round(box.right), std::round(box.bottom))};
}

void drawFrame(QPainter &painter, const OverlayBox &item, const Measures &measures)
{
    const double inset = measures.line / 2.0; // the line lies inside the box
    const QRectF frame = snapped(item.box).adjusted(inset, inset, -inset, -inset);
    QPen shadow(QColor(0, 0, 0, 130), measures.line + 2);
    shadow.setJoinStyle(Qt::MiterJoin);
    QPen pen(item.color, measures.line, item.isDashed ? Qt::CustomDashLine : Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (item.isDashed)
        pen.setDashPattern({4, 2.5});
    painter.setBrush(Qt::NoBrush);
    for (const QPen &each : {shadow, pen}) {
        painter.setPen(each);
        painter.drawRect(frame);
    }
}

/// Above the box where there is room, else inside it at its top; pushed back into the image at its sides.
QRectF captionPlace(const QRectF &frame, QSizeF caption, QSizeF image)
{
    const double x = std::clamp(frame.left(), 0.0, std::max(0.0, image.width() - caption.width()));
    const double above = frame.top() - caption.height();
    return {QPointF(x, above >= 0 ? above : std::max(0.0, frame.top())), caption};
}

void drawCaption(QPainter &painter, const OverlayBox &item, QSize imageSize)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double margin = std::round(metrics.height() / 5);
    const QSizeF size(std::ceil(metrics.horizontalAdvance(item.text)) + 2 * margin, std::ceil(metrics.height()));
    const QRectF place = captionPlace(snapped(item.box), size, imageSize);
    painter.fillRect(place, item.color);
    painter.setPen(readableOn(item.color));
    painter.drawText(place, Qt::AlignCenter, item.text);
}

} // namespace

QImage drawOverlay(const QImage &image, const std::vector<OverlayBox> &boxes)
{
    QImage canvas = image.convertToFormat(QImage::Format_RGB32);
    const Measures measures(canvas.size());
    QPainter painter(&canvas);
    std::vector<OverlayBox> shown;
    for (OverlayBox item : boxes) {
        item.box = item.box.clippedTo(canvas.size());
        if (!item.box.isEmpty())
            shown.push_back(std::move(item));
    }
    for (const OverlayBox &item : shown)
        drawFrame(painter, item, measures);
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return canvas; // fonts live in the QGuiApplication
    QFont font = painter.font();
    font.setPixelSize(measures.type);
    font.setBold(true);
    painter.setFont(font);
    painter.setRenderHint(QPainter::TextAntialiasing);
    for (const OverlayBox &item : shown) { // after the frames: no line crosses a caption
        if (!item.text.isEmpty())
            drawCaption(painter, item, canvas.size());
    }
    return canvas;
}

Result<> writePng(const QString &path, const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "png"))
        return failure(Text::tr("%1 could not be encoded as PNG").arg(path));
    return writeFile(path, bytes);
}

} // namespace boxwright
