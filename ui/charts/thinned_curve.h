// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

namespace boxwright {

/// The course of a value that is told thousands of times, in few enough points to draw: neighbours are averaged into
/// one point, twice as many of them each time the curve is full. A plain value.
class ThinnedCurve
{
public:
    explicit ThinnedCurve(int maxPoints = 512)
        : m_maxPoints(maxPoints)
    {
    }

    /// `x` rises; a value that is not a finite number is left out.
    void add(double x, double y);
    void clear();

    /// At most maxPoints + 1; the last is the mean of the values that do not fill a point yet.
    [[nodiscard]] QList<QPointF> points() const;

private:
    void halve();

    int m_maxPoints;
    int m_valuesPerPoint = 1;
    int m_waiting = 0; ///< values in m_sum
    QPointF m_sum;
    QList<QPointF> m_points;
};

} // namespace boxwright
