// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/draw_tool.h"

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

constexpr double kMinSide = 1; // image pixels

QPointF clamped(QPointF pos, QSizeF size)
{
    return {std::clamp(pos.x(), 0.0, size.width()), std::clamp(pos.y(), 0.0, size.height())};
}

} // namespace

void DrawTool::press(const PointerEvent &event, const Hit &)
{
    if (!host().image() || host().imageSize().isEmpty())
        return;
    if (m_state == State::BetweenClicks) {
        finish(event);
        return;
    }
    m_anchor = clamped(event.imagePos, host().imageSize());
    m_box = {m_anchor.x(), m_anchor.y(), m_anchor.x(), m_anchor.y()};
    m_state = State::Pressed;
}

void DrawTool::move(const PointerEvent &event)
{
    if (m_state == State::Idle)
        return;
    if (m_state == State::Pressed) {
        const QPointF away = event.imagePos - m_anchor;
        if (std::max(std::abs(away.x()), std::abs(away.y())) < event.tolerance)
            return;
        m_state = State::Dragging;
    }
    m_box = boxTo(event);
}

void DrawTool::release(const PointerEvent &event)
{
    if (m_state == State::Dragging)
        finish(event);
    else if (m_state == State::Pressed)
        m_state = m_isClickClick ? State::BetweenClicks : State::Idle;
}

ToolPreview DrawTool::preview() const
{
    ToolPreview preview;
    if (m_state == State::Dragging || m_state == State::BetweenClicks)
        preview.newBox = m_box;
    return preview;
}

void DrawTool::finish(const PointerEvent &event)
{
    m_state = State::Idle;
    const Box box = boxTo(event);
    if (box.width() >= kMinSide && box.height() >= kMinSide)
        host().addBox(box);
}

Box DrawTool::boxTo(const PointerEvent &event) const
{
    const QSizeF size = host().imageSize();
    QPointF corner = clamped(event.imagePos, size);
    if (event.modifiers.testFlag(Qt::ShiftModifier)) {
        const double signX = corner.x() < m_anchor.x() ? -1 : 1;
        const double signY = corner.y() < m_anchor.y() ? -1 : 1;
        const double roomX = signX < 0 ? m_anchor.x() : size.width() - m_anchor.x();
        const double roomY = signY < 0 ? m_anchor.y() : size.height() - m_anchor.y();
        const QPointF away = corner - m_anchor;
        const double side = std::min({std::max(std::abs(away.x()), std::abs(away.y())), roomX, roomY});
        corner = m_anchor + QPointF(signX * side, signY * side);
    }
    return Box{m_anchor.x(), m_anchor.y(), corner.x(), corner.y()}.normalized();
}

} // namespace boxwright
