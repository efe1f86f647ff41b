// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/hit_test.h"

#include <QHash>
#include <QSizeF>

#include <optional>

namespace boxwright {

/// One press, move or release of the pointer, in image coordinates.
struct PointerEvent
{
    QPointF imagePos;
    Qt::KeyboardModifiers modifiers;
    double tolerance = 0; ///< image pixels that a hand trembles: less than that is a click, not a drag
};

/// What a tool shows before anything is done.
struct ToolPreview
{
    std::optional<Box> newBox;
    QHash<LabelId, Box> movedLabels;

    [[nodiscard]] bool isEmpty() const { return !newBox && movedLabels.isEmpty(); }
};

/// What tools see and may do. Implemented by LabelEditor and by a double in tests.
class ToolHost
{
public:
    virtual ~ToolHost() = default;
    /// The image that is shown; nullptr for none.
    [[nodiscard]] virtual const ImageRecord *image() const = 0;
    [[nodiscard]] virtual QSizeF imageSize() const = 0;
    [[nodiscard]] virtual Selection selection() const = 0;
    virtual void setSelection(const Selection &selection) = 0;
    /// Each of these is one undo step.
    virtual void addBox(const Box &box) = 0;
    virtual void moveLabels(const QHash<LabelId, Box> &boxes) = 0;
};

/// A state machine on image coordinates. It holds its preview and does one thing at the end, so that a drag is one undo
/// step and Esc leaves no trace. Owned by the canvas; GUI thread.
class Tool
{
public:
    explicit Tool(ToolHost &host)
        : m_host(host)
    {
    }
    virtual ~Tool() = default;

    virtual void press(const PointerEvent &event, const Hit &hit) = 0;
    virtual void move(const PointerEvent &event) = 0;
    virtual void release(const PointerEvent &event) = 0;
    /// Back to idle with nothing done: Esc, another image, the canvas hidden.
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isIdle() const = 0;
    [[nodiscard]] virtual ToolPreview preview() const = 0;

protected:
    [[nodiscard]] ToolHost &host() const { return m_host; }

private:
    ToolHost &m_host;
};

} // namespace boxwright
