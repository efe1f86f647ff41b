// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/move_labels.h"

#include "core/edit/commands/label_selection.h"
#include "core/edit/document.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kNudgeId = 1; // QUndoCommand::id() of steps that may become one; MoveLabels is the only such command
constexpr int kNeverMerged = -1;

QString stepName(MoveKind kind, qsizetype count)
{
    if (kind == MoveKind::Resize)
        return QCoreApplication::translate("Command", "Resize box");
    return count == 1 ? QCoreApplication::translate("Command", "Move box")
                      : QCoreApplication::translate("Command", "Move boxes");
}

} // namespace

MoveLabels::MoveLabels(Document &document, ImageId image, QList<MovedLabel> labels, MoveKind kind)
    : Command(document, stepName(kind, labels.size()))
    , m_image(image)
    , m_labels(std::move(labels))
    , m_kind(kind)
{
    std::stable_sort(m_labels.begin(), m_labels.end(),
                     [](const MovedLabel &a, const MovedLabel &b) { return a.id < b.id; });
}

int MoveLabels::id() const
{
    return m_kind == MoveKind::Nudge ? kNudgeId : kNeverMerged;
}

bool MoveLabels::mergeWith(const QUndoCommand *later)
{
    const auto *other = dynamic_cast<const MoveLabels *>(later);
    const auto sameLabel = [](const MovedLabel &a, const MovedLabel &b) { return a.id == b.id; };
    const bool isSame =
        other && m_image == other->m_image &&
        std::equal(m_labels.begin(), m_labels.end(), other->m_labels.begin(), other->m_labels.end(), sameLabel);
    if (!isSame)
        return false;
    absorb(other->change());
    return true;
}

Change MoveLabels::makeChange()
{
    LabelSelection selection{m_image, {}};
    QHash<LabelId, Box> boxes;
    for (const MovedLabel &moved : m_labels) {
        if (moved.box.isEmpty())
            continue;
        selection.labels.append(moved.id);
        boxes.insert(moved.id, moved.box);
    }
    return alteredLabels(document().dataset(), selection, [&boxes](Label &label) {
        const Box box = boxes.value(label.id);
        if (label.box == box)
            return;
        label.box = box;
        markChangedByPerson(label);
    });
}

} // namespace boxwright
