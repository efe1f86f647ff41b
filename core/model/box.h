// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

namespace boxwright {

/// An axis-aligned box in pixels of the image as a person sees it: EXIF orientation applied, origin at the top left
/// corner of the first pixel, right and bottom exclusive (a box of one pixel at the origin is 0 0 1 1).
struct Box
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] double area() const { return isEmpty() ? 0.0 : width() * height(); }
    /// No area, or a corner that is not a finite number.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool contains(double x, double y) const { return x >= left && x < right && y >= top && y < bottom; }
    [[nodiscard]] Box translated(double dx, double dy) const;
    /// The part inside an image of that size; empty where there is none.
    [[nodiscard]] Box clippedTo(QSizeF size) const;
    /// Corners in any order become left <= right, top <= bottom.
    [[nodiscard]] Box normalized() const;

    bool operator==(const Box &) const = default;
};

/// Intersection over union, 0..1; 0 where either box is empty.
double intersectionOverUnion(const Box &a, const Box &b);

} // namespace boxwright
