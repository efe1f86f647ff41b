// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/label/label_edits.h"

#include "core/edit/commands/accept_suggestions.h"
#include "core/edit/commands/add_class.h"
#include "core/edit/commands/add_label.h"
#include "core/edit/commands/add_labels.h"
#include "core/edit/commands/delete_labels.h"
#include "core/edit/commands/reject_suggestions.h"
#include "core/edit/commands/set_label_class.h"
#include "core/edit/commands/set_label_flags.h"
#include "core/edit/commands/set_review_state.h"

#include <algorithm>

namespace boxwright {

LabelEdits::LabelEdits(LabelState &state, QObject *parent)
    : QObject(parent)
    , m_state(state)
{
}

bool LabelEdits::push(std::unique_ptr<Command> command)
{
    if (m_state.document().push(std::move(command)))
        return true;
    Q_EMIT told(tr("The project is open for reading only: nothing was changed."));
    return false;
}

void LabelEdits::addBox(const Box &box)
{
    if (!image())
        return;
    if (m_state.dataset().classes().isEmpty()) {
        m_waitingBox = box;
        Q_EMIT classNeeded(box);
        return;
    }
    Label label;
    label.classId = m_state.currentClass();
    label.box = box;
    auto command = std::make_unique<AddLabel>(m_state.document(), m_state.imageId(), label);
    const LabelId id = command->labelId();
    if (push(std::move(command)))
        setSelection({.labels = {id}});
}

void LabelEdits::nameWaitingBox(const QString &className)
{
    const Box box = m_waitingBox;
    m_waitingBox = {};
    if (box.isEmpty() || className.trimmed().isEmpty())
        return;
    auto command = std::make_unique<AddClass>(m_state.document(), className.trimmed());
    const ClassId id = command->classId();
    QUndoStack &undoStack = m_state.document().undoStack();
    undoStack.beginMacro(tr("Draw box"));
    if (push(std::move(command))) {
        m_state.setCurrentClass(id);
        addBox(box);
    }
    undoStack.endMacro();
}

void LabelEdits::moveLabels(const QHash<LabelId, Box> &boxes)
{
    QList<MovedLabel> moved;
    bool isResized = false;
    for (auto it = boxes.cbegin(); it != boxes.cend(); ++it) {
        const Label *label = image() ? image()->label(it.key()) : nullptr;
        if (!label)
            continue;
        isResized |=
            std::abs(label->box.width() - it->width()) > 1e-6 || std::abs(label->box.height() - it->height()) > 1e-6;
        moved.append({it.key(), it.value()});
    }
    push(std::make_unique<MoveLabels>(m_state.document(), m_state.imageId(), moved,
                                      isResized ? MoveKind::Resize : MoveKind::Move));
}

void LabelEdits::deleteSelection()
{
    if (!selection().labels.isEmpty())
        push(std::make_unique<DeleteLabels>(m_state.document(), LabelSelection{m_state.imageId(), selection().labels}));
    else if (selection().suggestion != SuggestionId::None)
        rejectSuggestion();
}

void LabelEdits::selectAll()
{
    Selection all;
    if (image()) {
        for (const Label &label : image()->labels)
            all.labels.append(label.id);
    }
    setSelection(all);
}

void LabelEdits::selectNext(int by)
{
    if (!image())
        return;
    QList<Selection> all;
    for (const Label &label : image()->labels)
        all.append({.labels = {label.id}});
    for (const SuggestionId id : m_state.shownSuggestions())
        all.append({.suggestion = id});
    if (all.isEmpty())
        return;
    Selection now = selection();
    if (now.labels.size() > 1)
        now.labels = {now.labels.last()};
    const qsizetype at = all.indexOf(now);
    const qsizetype next = at < 0 ? (by > 0 ? 0 : all.size() - 1) : (at + by + all.size()) % all.size();
    setSelection(all[next]);
}

void LabelEdits::chooseClass(ClassId id)
{
    if (!m_state.dataset().labelClass(id))
        return;
    if (!selection().labels.isEmpty()) {
        push(std::make_unique<SetLabelClass>(m_state.document(), LabelSelection{m_state.imageId(), selection().labels},
                                             id));
    } else if (selection().suggestion != SuggestionId::None) {
        AcceptedSuggestion accepted{.id = selection().suggestion, .classId = id, .box = {}};
        const Suggestion *suggestion = image()->suggestion(accepted.id);
        if (suggestion && suggestion->classId == id)
            accepted.classId.reset();
        push(std::make_unique<AcceptSuggestions>(m_state.document(), m_state.imageId(),
                                                 QList<AcceptedSuggestion>{accepted}));
    }
    m_state.setCurrentClass(id);
}

void LabelEdits::chooseClassByHotkey(int hotkey)
{
    const QList<LabelClass> &classes = m_state.dataset().classes();
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [hotkey](const LabelClass &candidate) { return candidate.hotkey == hotkey; });
    if (found != classes.end())
        chooseClass(found->id);
}

void LabelEdits::cycleClass(int by)
{
    const QList<LabelClass> &classes = m_state.dataset().classes();
    if (classes.isEmpty())
        return;
    ClassId now = m_state.currentClass();
    if (const QList<Label> labels = selectedLabels(); !labels.isEmpty())
        now = labels.first().classId;
    const LabelClass *current = m_state.dataset().labelClass(now);
    const qsizetype at = current ? current->position : 0;
    chooseClass(classes[(at + by + classes.size()) % classes.size()].id);
}

void LabelEdits::toggleFlag(LabelFlag flag)
{
    const QList<Label> labels = selectedLabels();
    if (labels.isEmpty())
        return;
    const bool isSetOnAll =
        std::all_of(labels.begin(), labels.end(), [flag](const Label &label) { return label.flags.testFlag(flag); });
    FlagChange change;
    (isSetOnAll ? change.cleared : change.set) = flag;
    push(std::make_unique<SetLabelFlags>(m_state.document(), LabelSelection{m_state.imageId(), selection().labels},
                                         change));
}

void LabelEdits::moveSelected(const std::function<Box(const Box &)> &altered, MoveKind kind)
{
    QList<MovedLabel> moved;
    for (const Label &label : selectedLabels()) {
        const Box box = altered(label.box);
        if (box.width() < 1 || box.height() < 1)
            return;
        moved.append({label.id, box});
    }
    if (!moved.isEmpty())
        push(std::make_unique<MoveLabels>(m_state.document(), m_state.imageId(), moved, kind));
}

void LabelEdits::nudge(double dx, double dy)
{
    // The whole selection stops where its first box meets the image's edge.
    const QSizeF size = imageSize();
    for (const Label &label : selectedLabels()) {
        const Box &box = label.box;
        dx = std::clamp(dx, std::min(0.0, -box.left), std::max(0.0, size.width() - box.right));
        dy = std::clamp(dy, std::min(0.0, -box.top), std::max(0.0, size.height() - box.bottom));
    }
    if (dx != 0 || dy != 0)
        moveSelected([dx, dy](const Box &box) { return box.translated(dx, dy); }, MoveKind::Nudge);
}

void LabelEdits::stretch(Handle side, double pixels)
{
    const double signX = side == Handle::Left ? -1 : 1;
    const double signY = side == Handle::Top ? -1 : 1;
    const QSizeF size = imageSize();
    moveSelected(
        [=](const Box &box) {
            if (pixels < 0 && std::min(box.width(), box.height()) + pixels < 1)
                return box;
            return resized(box, side, signX * pixels, signY * pixels).clippedTo(size);
        },
        MoveKind::Nudge);
}

QList<Label> LabelEdits::selectedLabels() const
{
    QList<Label> labels;
    for (const LabelId id : selection().labels) {
        if (const Label *label = image() ? image()->label(id) : nullptr)
            labels.append(*label);
    }
    return labels;
}

void LabelEdits::copy()
{
    if (const QList<Label> labels = selectedLabels(); !labels.isEmpty())
        m_clipboard = labels;
}

void LabelEdits::cut()
{
    copy();
    deleteSelection();
}

void LabelEdits::paste()
{
    addLabels(m_clipboard);
}

void LabelEdits::duplicate()
{
    QList<Label> labels = selectedLabels();
    const double step = std::max(4.0, imageSize().width() / 100);
    for (Label &label : labels) {
        const double dx = label.box.right + step <= imageSize().width() ? step : -step;
        const double dy = label.box.bottom + step <= imageSize().height() ? step : -step;
        label.box = label.box.translated(dx, dy);
    }
    addLabels(labels);
}

void LabelEdits::pasteFrom(ImageId other)
{
    if (const ImageRecord *record = m_state.dataset().image(other))
        addLabels(record->labels);
}

void LabelEdits::addLabels(const QList<Label> &labels)
{
    QList<Label> fresh;
    for (Label label : labels) {
        label.box = label.box.clippedTo(imageSize());
        label.origin = Origin::Person;
        label.originDetail.clear();
        label.confidence = -1;
        if (!label.box.isEmpty())
            fresh.append(label);
    }
    if (fresh.isEmpty() || !image())
        return;
    auto command = std::make_unique<AddLabels>(m_state.document(), m_state.imageId(), fresh);
    const QList<LabelId> ids = command->labelIds();
    if (push(std::move(command)))
        setSelection({.labels = ids});
}

SuggestionId LabelEdits::suggestionAtHand() const
{
    if (selection().suggestion != SuggestionId::None)
        return selection().suggestion;
    SuggestionId best = SuggestionId::None;
    double bestConfidence = -1;
    for (const SuggestionId id : m_state.shownSuggestions()) {
        const Suggestion *suggestion = image()->suggestion(id);
        if (suggestion && suggestion->confidence > bestConfidence) {
            bestConfidence = suggestion->confidence;
            best = id;
        }
    }
    return best;
}

void LabelEdits::selectSuggestionAfter(SuggestionId done)
{
    const QList<SuggestionId> shown = m_state.shownSuggestions();
    const auto next = std::upper_bound(shown.begin(), shown.end(), done);
    if (!shown.isEmpty())
        setSelection({.suggestion = next != shown.end() ? *next : shown.first()});
}

void LabelEdits::acceptSuggestion()
{
    const SuggestionId id = suggestionAtHand();
    if (id == SuggestionId::None)
        return;
    if (push(std::make_unique<AcceptSuggestions>(m_state.document(), m_state.imageId(), QList<SuggestionId>{id})))
        selectSuggestionAfter(id);
}

void LabelEdits::rejectSuggestion()
{
    const SuggestionId id = suggestionAtHand();
    if (id == SuggestionId::None)
        return;
    if (push(std::make_unique<RejectSuggestions>(m_state.document(), m_state.imageId(), QList<SuggestionId>{id})))
        selectSuggestionAfter(id);
}

void LabelEdits::acceptShown()
{
    if (const QList<SuggestionId> shown = m_state.shownSuggestions(); !shown.isEmpty())
        push(std::make_unique<AcceptSuggestions>(m_state.document(), m_state.imageId(), shown));
}

void LabelEdits::rejectShown()
{
    if (const QList<SuggestionId> shown = m_state.shownSuggestions(); !shown.isEmpty())
        push(std::make_unique<RejectSuggestions>(m_state.document(), m_state.imageId(), shown));
}

/// Nobody can have looked at an image that cannot be shown.
bool LabelEdits::isUnreadable()
{
    if (image()->info.problem.isEmpty())
        return false;
    Q_EMIT told(tr("This image cannot be read: nobody can say what is on it."));
    return true;
}

bool LabelEdits::markEmpty()
{
    if (!image() || isUnreadable())
        return false;
    if (!image()->labels.isEmpty()) {
        Q_EMIT told(tr("This image has %n label(s), so it is not empty.", nullptr, int(image()->labels.size())));
        return false;
    }
    return push(
        std::make_unique<SetReviewState>(m_state.document(), QList<ImageId>{m_state.imageId()}, ReviewState::Empty));
}

bool LabelEdits::markReviewed()
{
    if (!image() || isUnreadable())
        return false;
    const bool hasLabels = !image()->labels.isEmpty();
    const auto shown = int(m_state.shownSuggestions().size());
    if (!hasLabels && shown > 0) {
        Q_EMIT told(
            tr("Accept or reject the %n suggestion(s) first, or press N for \"no objects here\".", nullptr, shown));
        return false;
    }
    // Looked at, and there is no label: that is what "empty" says.
    const ReviewState state = hasLabels ? ReviewState::Reviewed : ReviewState::Empty;
    return push(std::make_unique<SetReviewState>(m_state.document(), QList<ImageId>{m_state.imageId()}, state));
}

} // namespace boxwright
