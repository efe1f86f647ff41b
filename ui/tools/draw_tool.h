// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tools/tool.h"

namespace boxwright {

/// Draws a new box: by a drag, or by a click on one corner and a click on the opposite one. Shift makes it square; it
/// never leaves the image. A box of less than a pixel in any direction is none.
class DrawTool : public Tool
{
public:
    using Tool::Tool;

    /// With click-click off, a click without a drag draws nothing.
    void setClickClick(bool isOn) { m_isClickClick = isOn; }

    void press(const PointerEvent &event, const Hit &hit) override;
    void move(const PointerEvent &event) override;
    void release(const PointerEvent &event) override;
    void cancel() override { m_state = State::Idle; }
    [[nodiscard]] bool isIdle() const override { return m_state == State::Idle; }
    [[nodiscard]] ToolPreview preview() const override;

private:
    enum class State
    {
        Idle,
        Pressed,      ///< first corner set, button down, not moved yet
        Dragging,     ///< button down
        BetweenClicks ///< first corner set by a click, button up
    };

    void finish(const PointerEvent &event);
    [[nodiscard]] Box boxTo(const PointerEvent &event) const;

    State m_state = State::Idle;
    bool m_isClickClick = false;
    QPointF m_anchor;
    Box m_box;
};

} // namespace boxwright
