// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/hit_test.h"

#include <cmath>
#include <limits>

namespace boxwright {

namespace {

bool hasSide(Handle handle, Handle side)
{
    return (static_cast<int>(handle) & static_cast<int>(side)) != 0;
}

/// A box smaller than the tolerance would be impossible to hit.
bool isUnder(const Box &box, QPointF pos, double tolerance)
{
    const double growX = std::max(0.0, tolerance - box.width() / 2);
    const double growY = std::max(0.0, tolerance - box.height() / 2);
    const Box grown{box.left - growX, box.top - growY, box.right + growX, box.bottom + growY};
    return grown.contains(pos.x(), pos.y());
}

} // namespace

QPointF handlePos(const Box &box, Handle handle)
{
    const double x = hasSide(handle, Handle::Left)    ? box.left
                     : hasSide(handle, Handle::Right) ? box.right
                                                      : (box.left + box.right) / 2;
    const double y = hasSide(handle, Handle::Top)      ? box.top
                     : hasSide(handle, Handle::Bottom) ? box.bottom
                                                       : (box.top + box.bottom) / 2;
    return {x, y};
}

Handle handleAt(const Box &box, QPointF imagePos, double tolerance)
{
    for (const Handle corner : {Handle::TopLeft, Handle::TopRight, Handle::BottomRight, Handle::BottomLeft}) {
        const QPointF away = handlePos(box, corner) - imagePos;
        if (std::abs(away.x()) <= tolerance && std::abs(away.y()) <= tolerance)
            return corner;
    }
    // Edges of a small box leave its middle free, so that it can still be moved.
    const double edgeX = std::min(tolerance, box.width() / 4);
    const double edgeY = std::min(tolerance, box.height() / 4);
    const bool isAlongX = imagePos.x() >= box.left && imagePos.x() <= box.right;
    const bool isAlongY = imagePos.y() >= box.top && imagePos.y() <= box.bottom;
    const auto isNear = [](double pos, double side, double inside, double outside) {
        return pos >= side - outside && pos <= side + inside;
    };
    if (isAlongY && isNear(imagePos.x(), box.left, edgeX, tolerance))
        return Handle::Left;
    if (isAlongY && isNear(imagePos.x(), box.right, tolerance, edgeX))
        return Handle::Right;
    if (isAlongX && isNear(imagePos.y(), box.top, edgeY, tolerance))
        return Handle::Top;
    if (isAlongX && isNear(imagePos.y(), box.bottom, tolerance, edgeY))
        return Handle::Bottom;
    return Handle::None;
}

Hit hitTest(const HitTarget &target, QPointF imagePos)
{
    if (!target.image)
        return {};
    for (const LabelId id : target.selection.labels) {
        const Label *label = target.image->label(id);
        const Handle handle = label ? handleAt(label->box, imagePos, target.tolerance) : Handle::None;
        if (handle != Handle::None)
            return {.label = id, .handle = handle};
    }
    Hit best;
    double bestArea = std::numeric_limits<double>::infinity();
    for (const Label &label : target.image->labels) {
        if (label.box.area() < bestArea && isUnder(label.box, imagePos, target.tolerance)) {
            bestArea = label.box.area();
            best = {.label = label.id};
        }
    }
    for (const Suggestion &suggestion : target.image->suggestions) {
        const bool isShown = suggestion.confidence >= target.minConfidence;
        if (isShown && suggestion.box.area() < bestArea && isUnder(suggestion.box, imagePos, target.tolerance)) {
            bestArea = suggestion.box.area();
            best = {.suggestion = suggestion.id};
        }
    }
    return best;
}

Box resized(const Box &box, Handle handle, double dx, double dy)
{
    Box moved = box;
    if (hasSide(handle, Handle::Left))
        moved.left += dx;
    if (hasSide(handle, Handle::Right))
        moved.right += dx;
    if (hasSide(handle, Handle::Top))
        moved.top += dy;
    if (hasSide(handle, Handle::Bottom))
        moved.bottom += dy;
    return moved.normalized();
}

} // namespace boxwright
