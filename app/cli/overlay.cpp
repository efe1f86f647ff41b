// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/overlay.h"

#include "core/base/file_io.h"
#include "core/model/class_colors.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPainter>

#include <algorithm>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

/// Black or white, whichever reads better on the colour (relative luminance of ITU-R BT.709).
QColor inkOn(const QColor &color)
{
    const double luminance = 0.2126 * color.redF() + 0.7152 * color.greenF() + 0.0722 * color.blueF();
    return luminance > 0.5 ? Qt::black : Qt::white;
}

void drawTag(QPainter &painter, const QRectF &box, const QString &text, const QColor &color)
{
    const QFontMetricsF metrics(painter.font());
    const double padding = metrics.height() * 0.2;
    QRectF tag(box.left(), box.top() - metrics.height(), metrics.horizontalAdvance(text) + 2 * padding,
               metrics.height());
    if (tag.top() < 0)
        tag.moveTop(box.top()); // inside, where there is no room above
    const QRect image = painter.viewport();
    tag.moveLeft(std::max(0.0, std::min(tag.left(), image.width() - tag.width())));
    painter.fillRect(tag, color);
    painter.setPen(inkOn(color));
    painter.drawText(tag, Qt::AlignCenter, text);
}

} // namespace

QImage drawOverlay(const QImage &image, const std::vector<Detection> &detections, const QStringList &classes)
{
    QImage canvas = image.convertToFormat(QImage::Format_RGB32);
    const int side = std::max(canvas.width(), canvas.height());
    const double line = std::max(1.5, side / 400.0);
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(std::max(10, side / 45));
    painter.setFont(font);

    ClassColors palette({});
    QList<QColor> colors;
    for (qsizetype index = 0; index < classes.size(); ++index)
        colors << palette.next();
    // The least certain first, so that the most certain lie on top.
    for (auto detection = detections.rbegin(); detection != detections.rend(); ++detection) {
        const QColor color = colors.value(detection->classIndex, Qt::red);
        const QRectF box(detection->box.left, detection->box.top, detection->box.width(), detection->box.height());
        painter.setPen(QPen(color, line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(box);
        drawTag(painter, box,
                QStringLiteral("%1 %2").arg(classes.value(detection->classIndex),
                                            QString::number(detection->confidence, 'f', 2)),
                color);
    }
    return canvas;
}

QString OverlayNames::next(const QString &imagePath)
{
    const QString base = QFileInfo(imagePath).completeBaseName();
    QString name = base + QStringLiteral(".png");
    for (int number = 2; m_taken.contains(name); ++number)
        name = QStringLiteral("%1-%2.png").arg(base).arg(number);
    m_taken.insert(name);
    return QDir(m_folder).filePath(name);
}

Result<> writeOverlay(const QString &path, const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return failure(Text::tr("%1 could not be written as PNG.").arg(path));
    return writeFile(path, bytes);
}

} // namespace boxwright::cli
