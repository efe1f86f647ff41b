// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/image_record.h"

#include <QPointF>
#include <QSet>

#include <array>

namespace boxwright {

/// The eight grips of a selected box, clockwise; a bit per side that it moves.
enum class Handle : quint8
{
    None = 0,
    Left = 1,
    Top = 2,
    Right = 4,
    Bottom = 8,
    TopLeft = Left | Top,
    TopRight = Right | Top,
    BottomRight = Right | Bottom,
    BottomLeft = Left | Bottom,
};

inline constexpr std::array<Handle, 8> kHandles{Handle::TopLeft,     Handle::Top,    Handle::TopRight,   Handle::Right,
                                                Handle::BottomRight, Handle::Bottom, Handle::BottomLeft, Handle::Left};

/// What a person has selected on the image: labels, or one suggestion.
struct Selection
{
    QList<LabelId> labels = {}; ///< in the order of selection
    SuggestionId suggestion = SuggestionId::None;

    [[nodiscard]] bool isEmpty() const { return labels.isEmpty() && suggestion == SuggestionId::None; }
    [[nodiscard]] bool contains(LabelId id) const { return labels.contains(id); }
    bool operator==(const Selection &) const = default;
};

/// What lies under the pointer: a label (with the grip, where it is selected and a grip is there), a suggestion,
/// or nothing.
struct Hit
{
    LabelId label = LabelId::None;
    SuggestionId suggestion = SuggestionId::None;
    Handle handle = Handle::None;

    [[nodiscard]] bool isNothing() const { return label == LabelId::None && suggestion == SuggestionId::None; }
    bool operator==(const Hit &) const = default;
};

/// What a hit test looks at.
struct HitTarget
{
    const ImageRecord *image = nullptr;
    Selection selection;
    double minConfidence = 0; ///< suggestions below are not shown, so not hit
    double tolerance = 0;     ///< image pixels around edges and grips that still count
};

/// The centre of a grip.
QPointF handlePos(const Box &box, Handle handle);

/// The grip of the box at that place: corners first, then anywhere along an edge; None inside and outside.
Handle handleAt(const Box &box, QPointF imagePos, double tolerance);

/// Grips of selected labels first; then, of everything whose box (grown by the tolerance where it is tiny) lies under
/// the pointer, the one with the smallest area, labels before suggestions of the same area.
Hit hitTest(const HitTarget &target, QPointF imagePos);

/// The box with the sides of that grip moved by (dx, dy). A side dragged over the opposite one swaps with it.
Box resized(const Box &box, Handle handle, double dx, double dy);

} // namespace boxwright
