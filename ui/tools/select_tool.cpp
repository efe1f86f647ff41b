// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/select_tool.h"

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

bool isAdding(const PointerEvent &event)
{
    return event.modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
}

/// The shift nearest to the wanted one that keeps every box inside the image. A box that lies outside already
/// (imported so) may stay where it is but goes no further out.
QPointF keptInside(QPointF wanted, const QHash<LabelId, Box> &boxes, QSizeF size)
{
    double minX = -1e9, maxX = 1e9, minY = -1e9, maxY = 1e9;
    for (const Box &box : boxes) {
        minX = std::max(minX, std::min(0.0, -box.left));
        maxX = std::min(maxX, std::max(0.0, size.width() - box.right));
        minY = std::max(minY, std::min(0.0, -box.top));
        maxY = std::min(maxY, std::max(0.0, size.height() - box.bottom));
    }
    return {std::clamp(wanted.x(), minX, maxX), std::clamp(wanted.y(), minY, maxY)};
}

} // namespace

void SelectTool::press(const PointerEvent &event, const Hit &hit)
{
    cancel();
    m_anchor = event.imagePos;
    m_hit = hit;
    select(event, hit);
    const ImageRecord *image = host().image();
    if (hit.label == LabelId::None || !image || !host().selection().contains(hit.label))
        return;
    for (const LabelId id : host().selection().labels) {
        const Label *label = image->label(id);
        if (label && (hit.handle == Handle::None || id == hit.label))
            m_before.insert(id, label->box);
    }
    m_state = State::Pressed;
}

void SelectTool::select(const PointerEvent &event, const Hit &hit)
{
    Selection selection = host().selection();
    if (hit.handle != Handle::None)
        return;
    if (hit.label == LabelId::None) {
        selection = {.suggestion = hit.suggestion};
    } else if (isAdding(event)) {
        selection.suggestion = SuggestionId::None;
        if (!selection.labels.removeOne(hit.label))
            selection.labels.append(hit.label);
    } else if (!selection.contains(hit.label)) {
        selection = {.labels = {hit.label}};
    }
    host().setSelection(selection);
}

void SelectTool::move(const PointerEvent &event)
{
    if (m_state == State::Idle)
        return;
    if (m_state == State::Pressed) {
        const QPointF away = event.imagePos - m_anchor;
        if (std::max(std::abs(away.x()), std::abs(away.y())) < event.tolerance)
            return;
        m_state = m_hit.handle == Handle::None ? State::Moving : State::Resizing;
    }
    m_now = boxesAt(event);
}

void SelectTool::release(const PointerEvent &event)
{
    const State state = m_state;
    if (state == State::Moving || state == State::Resizing)
        m_now = boxesAt(event);
    QHash<LabelId, Box> moved;
    for (auto it = m_now.cbegin(); it != m_now.cend(); ++it) {
        if (it.value() != m_before.value(it.key()))
            moved.insert(it.key(), it.value());
    }
    const bool isPlainClick = state == State::Pressed && !isAdding(event) && m_hit.handle == Handle::None;
    const LabelId clicked = m_hit.label;
    cancel();
    if (!moved.isEmpty())
        host().moveLabels(moved);
    else if (isPlainClick && host().selection().labels.size() > 1)
        host().setSelection({.labels = {clicked}});
}

void SelectTool::cancel()
{
    m_state = State::Idle;
    m_before.clear();
    m_now.clear();
}

ToolPreview SelectTool::preview() const
{
    ToolPreview preview;
    preview.movedLabels = m_now;
    return preview;
}

QHash<LabelId, Box> SelectTool::boxesAt(const PointerEvent &event) const
{
    QHash<LabelId, Box> boxes;
    const QPointF away = event.imagePos - m_anchor;
    if (m_state == State::Resizing) {
        const Box before = m_before.value(m_hit.label);
        Box box = resized(before, m_hit.handle, away.x(), away.y());
        if (event.modifiers.testFlag(Qt::ShiftModifier))
            box = squared(box);
        box = box.clippedTo(host().imageSize());
        boxes.insert(m_hit.label, box.width() < 1 || box.height() < 1 ? before : box);
        return boxes;
    }
    const QPointF shift = keptInside(away, m_before, host().imageSize());
    for (auto it = m_before.cbegin(); it != m_before.cend(); ++it)
        boxes.insert(it.key(), it.value().translated(shift.x(), shift.y()));
    return boxes;
}

/// The square of the longer side that keeps the corner or edge opposite to the grip.
Box SelectTool::squared(Box box) const
{
    const double side = std::max(box.width(), box.height());
    const int grip = static_cast<int>(m_hit.handle);
    if (grip & static_cast<int>(Handle::Left))
        box.left = box.right - side;
    else
        box.right = box.left + side;
    if (grip & static_cast<int>(Handle::Top))
        box.top = box.bottom - side;
    else
        box.bottom = box.top + side;
    return box;
}

} // namespace boxwright
