// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tools/tool.h"

namespace boxwright {

/// Selects, moves and resizes. A press on a box selects it (Ctrl or Shift adds or takes away), a drag moves everything
/// selected or the side under the pointer; the drag is one undo step at its end. Boxes stay inside the image.
class SelectTool : public Tool
{
public:
    using Tool::Tool;

    void press(const PointerEvent &event, const Hit &hit) override;
    void move(const PointerEvent &event) override;
    void release(const PointerEvent &event) override;
    void cancel() override;
    [[nodiscard]] bool isIdle() const override { return m_state == State::Idle; }
    [[nodiscard]] ToolPreview preview() const override;

private:
    enum class State
    {
        Idle,
        Pressed,
        Moving,
        Resizing
    };

    void select(const PointerEvent &event, const Hit &hit);
    [[nodiscard]] QHash<LabelId, Box> boxesAt(const PointerEvent &event) const;
    [[nodiscard]] Box squared(Box box) const;

    State m_state = State::Idle;
    QPointF m_anchor;
    Hit m_hit;
    QHash<LabelId, Box> m_before; ///< boxes that the drag moves, as they were
    QHash<LabelId, Box> m_now;
};

} // namespace boxwright
