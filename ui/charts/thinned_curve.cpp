// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/thinned_curve.h"

#include <cmath>

namespace boxwright {

void ThinnedCurve::add(double x, double y)
{
    if (!std::isfinite(x) || !std::isfinite(y))
        return;
    m_sum += QPointF(x, y);
    if (++m_waiting < m_valuesPerPoint)
        return;
    m_points << m_sum / m_waiting;
    m_sum = {};
    m_waiting = 0;
    if (m_points.size() >= m_maxPoints)
        halve();
}

void ThinnedCurve::clear()
{
    m_points.clear();
    m_sum = {};
    m_waiting = 0;
    m_valuesPerPoint = 1;
}

QList<QPointF> ThinnedCurve::points() const
{
    QList<QPointF> points = m_points;
    if (m_waiting > 0)
        points << m_sum / m_waiting;
    return points;
}

void ThinnedCurve::halve()
{
    QList<QPointF> merged;
    for (qsizetype i = 0; i + 1 < m_points.size(); i += 2)
        merged << (m_points[i] + m_points[i + 1]) / 2;
    if (m_points.size() % 2 != 0)
        merged << m_points.constLast();
    m_points = merged;
    m_valuesPerPoint *= 2;
}

} // namespace boxwright
