// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/box.h"

#include <algorithm>
#include <cmath>

namespace boxwright {

bool Box::isEmpty() const
{
    const bool finite = std::isfinite(left) && std::isfinite(top) && std::isfinite(right) && std::isfinite(bottom);
    return !finite || right <= left || bottom <= top;
}

Box Box::translated(double dx, double dy) const
{
    return {left + dx, top + dy, right + dx, bottom + dy};
}

Box Box::clippedTo(QSizeF size) const
{
    return {std::clamp(left, 0.0, size.width()), std::clamp(top, 0.0, size.height()),
            std::clamp(right, 0.0, size.width()), std::clamp(bottom, 0.0, size.height())};
}

Box Box::normalized() const
{
    return {std::min(left, right), std::min(top, bottom), std::max(left, right), std::max(top, bottom)};
}

double intersectionOverUnion(const Box &a, const Box &b)
{
    const Box common{std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
                     std::min(a.bottom, b.bottom)};
    const double shared = common.area();
    const double all = a.area() + b.area() - shared;
    return all > 0 ? shared / all : 0.0;
}

} // namespace boxwright
