// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/box.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace boxwright {

/// How image coordinates lie in the view: viewPos = imagePos * scale + offset. A plain value; all functions are pure.
struct ViewTransform
{
    double scale = 1;
    QPointF offset;

    [[nodiscard]] QPointF toView(QPointF imagePos) const { return imagePos * scale + offset; }
    [[nodiscard]] QPointF toImage(QPointF viewPos) const { return (viewPos - offset) / scale; }
    [[nodiscard]] QRectF toView(const Box &box) const;
    /// The image rectangle that the view shows, which may reach beyond the image.
    [[nodiscard]] Box shownPart(QSizeF viewSize) const;

    /// The image whole and centred with a margin on every side; an image smaller than the view is magnified at most
    /// kMaxFitScale times.
    static ViewTransform fitted(QSizeF imageSize, QSizeF viewSize, double margin);
    /// Another scale with the image point under `viewPos` staying where it is; the scale is kept within limits.
    [[nodiscard]] ViewTransform zoomedAt(QPointF viewPos, double newScale) const;
    /// Moved just enough that the image does not leave the view.
    [[nodiscard]] ViewTransform keptInSight(QSizeF imageSize, QSizeF viewSize) const;

    bool operator==(const ViewTransform &) const = default;
};

inline constexpr double kMinScale = 0.01;
inline constexpr double kMaxScale = 64;
inline constexpr double kMaxFitScale = 8;

} // namespace boxwright
