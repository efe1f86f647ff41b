// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/image_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

/// From that many device pixels per image pixel on the pixels themselves are shown, unsmoothed.
constexpr double kPixelViewScale = 4;

/// The smallest copy that still has a pixel for each device pixel, so that smoothing reads at most 2 x 2 pixels.
const QImage &levelFor(const LoadedImage &image, double deviceScale)
{
    std::size_t level = 0;
    double scale = deviceScale;
    while (scale <= 0.5 && level + 1 < image.levels.size()) {
        scale *= 2;
        ++level;
    }
    return image.levels[level];
}

} // namespace

void ImagePainter::setImage(std::shared_ptr<const LoadedImage> image)
{
    m_image = std::move(image);
    m_picture = {};
}

void ImagePainter::paint(QPainter &painter, const ViewTransform &view, const Surface &surface)
{
    if (!m_image || m_image->levels.empty()) {
        painter.fillRect(QRect(QPoint(), surface.size), surface.surround);
        return;
    }
    updatePicture(view, surface);
    painter.drawPixmap(0, 0, m_picture);
}

void ImagePainter::updatePicture(const ViewTransform &view, const Surface &surface)
{
    const bool isSameSurface = !m_picture.isNull() && m_surface == surface;
    if (isSameSurface && m_pictureView == view)
        return;
    const QPointF moved = (view.offset - m_pictureView.offset) * surface.ratio;
    const QPoint shift = moved.toPoint();
    const bool hasOnlyMoved =
        isSameSurface && view.scale == m_pictureView.scale && (moved - shift).manhattanLength() < 1e-6;
    const QRect whole(QPoint(), (QSizeF(surface.size) * surface.ratio).toSize());
    if (!isSameSurface)
        m_picture = QPixmap(whole.size());
    m_picture.setDevicePixelRatio(surface.ratio);
    m_pictureView = view;
    m_surface = surface;
    if (!hasOnlyMoved || !whole.intersects(whole.translated(shift))) {
        renderPart(whole);
        return;
    }
    m_picture.scroll(shift.x(), shift.y(), whole);
    for (const QRect &exposed : QRegion(whole).subtracted(whole.translated(shift)))
        renderPart(exposed);
}

/// `part` in device pixels.
void ImagePainter::renderPart(const QRect &part)
{
    const ViewTransform &view = m_pictureView;
    const QSizeF viewSize = m_surface.size;
    const double ratio = m_surface.ratio;
    QPainter painter(&m_picture);
    painter.setClipRect(QRectF(QPointF(part.topLeft()) / ratio, QSizeF(part.size()) / ratio));
    painter.fillRect(QRectF(QPointF(), viewSize), m_surface.surround);
    const QImage &level = levelFor(*m_image, view.scale * ratio);
    const QSizeF size = m_image->size();
    const double toLevelX = level.width() / size.width();
    const double toLevelY = level.height() / size.height();
    // Whole source pixels around what is in sight, so that the pixel grid does not swim while panning.
    const Box shown = view.shownPart(viewSize).clippedTo(size);
    if (shown.isEmpty())
        return;
    const double left = std::max(std::floor(shown.left * toLevelX) - 1, 0.0);
    const double top = std::max(std::floor(shown.top * toLevelY) - 1, 0.0);
    const double right = std::min<double>(std::ceil(shown.right * toLevelX) + 1, level.width());
    const double bottom = std::min<double>(std::ceil(shown.bottom * toLevelY) + 1, level.height());
    const QRectF target = view.toView(Box{left / toLevelX, top / toLevelY, right / toLevelX, bottom / toLevelY});

    painter.setRenderHint(QPainter::SmoothPixmapTransform, view.scale * ratio < kPixelViewScale);
    painter.drawImage(target, level, QRectF(left, top, right - left, bottom - top));
}

} // namespace boxwright
