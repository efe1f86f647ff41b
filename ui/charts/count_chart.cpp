// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/count_chart.h"

#include "core/base/file_io.h"
#include "ui/dialogs/ask.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QContextMenuEvent>
#include <QDir>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QSvgGenerator>

namespace boxwright {

namespace {

constexpr int kMargin = 16;
constexpr int kPictureWidth = 560;
constexpr double kPictureScale = 2;

void paintPicture(QPainter &painter, QSize size, const ChartContent &content)
{
    painter.fillRect(QRect(QPoint(), size), Qt::white);
    paintChart(painter, QRectF(QPointF(), size).adjusted(kMargin, kMargin, -kMargin, -kMargin), content, lightTokens());
}

QByteArray svgOf(QSize size, const ChartContent &content)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(content.title);
    QPainter painter(&generator);
    paintPicture(painter, size, content);
    painter.end();
    return bytes;
}

QByteArray pngOf(QSize size, const ChartContent &content)
{
    QImage image(size * kPictureScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kPictureScale);
    QPainter painter(&image);
    paintPicture(painter, size, content);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

CountChart::CountChart(QWidget *parent)
    : QFrame(parent)
{
    setKind(*this, "card");
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Right click: save this chart as a picture"));
}

void CountChart::setContent(const ChartContent &content)
{
    m_content = content;
    setAccessibleName(content.title);
    updateGeometry();
    update();
}

QSize CountChart::sizeHint() const
{
    return {360, chartHeight(m_content) + 2 * kMargin};
}

QSize CountChart::minimumSizeHint() const
{
    return {260, chartHeight(m_content) + 2 * kMargin};
}

void CountChart::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    paintChart(painter, QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin), m_content, tokensFor(palette()));
}

void CountChart::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    menu.addAction(tr("Save as a picture..."), this, &CountChart::askAndSave);
    menu.exec(event->globalPos());
}

void CountChart::askAndSave()
{
    const QString path =
        askSaveFile(this, tr("Save the chart"), QDir::home().filePath(m_content.title) + QStringLiteral(".png"),
                    tr("Pictures (*.png *.svg)"));
    if (path.isEmpty())
        return;
    if (const Result<> saved = savePicture(path); !saved)
        tellError(this, saved.error());
}

Result<> CountChart::savePicture(const QString &path) const
{
    const QSize size(kPictureWidth, chartHeight(m_content) + 2 * kMargin);
    const bool isSvg = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    return writeFile(path, isSvg ? svgOf(size, m_content) : pngOf(size, m_content));
}

} // namespace boxwright
