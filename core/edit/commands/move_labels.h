// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

struct MovedLabel
{
    LabelId id = LabelId::None;
    Box box; ///< where it is now
};

/// How the person moved the boxes; names the step, and nudges in a row become one.
enum class MoveKind
{
    Move,
    Resize,
    Nudge, ///< arrow keys
};

/// Gives labels of one image new boxes: a drag, a resize or a nudge is one step. Labels that are gone and boxes without
/// area are passed over.
class MoveLabels : public Command
{
public:
    MoveLabels(Document &document, ImageId image, QList<MovedLabel> labels, MoveKind kind = MoveKind::Move);

    /// Nudges of the same labels in a row are one step; one that ends where it began is none.
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *later) override;

protected:
    Change makeChange() override;

private:
    ImageId m_image;
    QList<MovedLabel> m_labels;
    MoveKind m_kind;
};

} // namespace boxwright
