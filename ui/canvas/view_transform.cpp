// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/view_transform.h"

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

/// One axis of keptInSight(): a part of the image of at least `kept` pixels stays in the view.
double keptOffset(double offset, double imageExtent, double viewExtent)
{
    const double kept = std::min({64.0, imageExtent, viewExtent});
    return std::clamp(offset, kept - imageExtent, std::max(viewExtent - kept, kept - imageExtent));
}

} // namespace

QRectF ViewTransform::toView(const Box &box) const
{
    return {toView(QPointF(box.left, box.top)), toView(QPointF(box.right, box.bottom))};
}

Box ViewTransform::shownPart(QSizeF viewSize) const
{
    const QPointF topLeft = toImage(QPointF());
    const QPointF bottomRight = toImage(QPointF(viewSize.width(), viewSize.height()));
    return {topLeft.x(), topLeft.y(), bottomRight.x(), bottomRight.y()};
}

ViewTransform ViewTransform::fitted(QSizeF imageSize, QSizeF viewSize, double margin)
{
    if (imageSize.isEmpty())
        return {};
    const double width = std::max(viewSize.width() - 2 * margin, 16.0);
    const double height = std::max(viewSize.height() - 2 * margin, 16.0);
    ViewTransform fit;
    fit.scale = std::min({width / imageSize.width(), height / imageSize.height(), kMaxFitScale});
    fit.offset = QPointF(std::round((viewSize.width() - imageSize.width() * fit.scale) / 2),
                         std::round((viewSize.height() - imageSize.height() * fit.scale) / 2));
    return fit;
}

ViewTransform ViewTransform::zoomedAt(QPointF viewPos, double newScale) const
{
    ViewTransform zoomed;
    zoomed.scale = std::clamp(newScale, kMinScale, kMaxScale);
    zoomed.offset = viewPos - toImage(viewPos) * zoomed.scale;
    return zoomed;
}

ViewTransform ViewTransform::keptInSight(QSizeF imageSize, QSizeF viewSize) const
{
    ViewTransform kept = *this;
    kept.offset.setX(keptOffset(offset.x(), imageSize.width() * scale, viewSize.width()));
    kept.offset.setY(keptOffset(offset.y(), imageSize.height() * scale, viewSize.height()));
    return kept;
}

} // namespace boxwright
