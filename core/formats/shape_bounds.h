// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/box.h"

#include <algorithm>

namespace boxwright {

/// The smallest box around points: what becomes of polygons and turned boxes.
class ShapeBounds
{
public:
    void add(double x, double y)
    {
        m_box = m_isStarted ? Box{std::min(m_box.left, x), std::min(m_box.top, y), std::max(m_box.right, x),
                                  std::max(m_box.bottom, y)}
                            : Box{x, y, x, y};
        m_isStarted = true;
    }
    /// Empty where there were no points, or they lie on a line.
    [[nodiscard]] const Box &box() const { return m_box; }

private:
    Box m_box;
    bool m_isStarted = false;
};

} // namespace boxwright
