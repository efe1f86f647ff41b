// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/commands/move_labels.h"
#include "ui/label/label_state.h"
#include "ui/tools/tool.h"

namespace boxwright {

/// Everything that a person does to the shown image, each as one command. Nothing here knows a widget.
/// Owned by the Label page; GUI thread.
class LabelEdits : public QObject, public ToolHost
{
    Q_OBJECT

public:
    explicit LabelEdits(LabelState &state, QObject *parent = nullptr);

    // ToolHost
    [[nodiscard]] const ImageRecord *image() const override { return m_state.image(); }
    [[nodiscard]] QSizeF imageSize() const override { return m_state.imageSize(); }
    [[nodiscard]] Selection selection() const override { return m_state.selection(); }
    void setSelection(const Selection &selection) override { m_state.setSelection(selection); }
    void addBox(const Box &box) override;
    void moveLabels(const QHash<LabelId, Box> &boxes) override;

    /// The class that a box waits for, see classNeeded(). With a blank name the box is dropped.
    void nameWaitingBox(const QString &className);

    void deleteSelection();
    void selectAll();
    /// Selects the next label or shown suggestion, by -1 the one before.
    void selectNext(int by);
    /// Class of what is selected; with nothing selected the class of the next box.
    void chooseClass(ClassId id);
    void chooseClassByHotkey(int hotkey);
    void cycleClass(int by);
    void toggleFlag(LabelFlag flag);
    void nudge(double dx, double dy);
    /// Moves the sides of that handle outwards by `pixels`, inwards where negative.
    void stretch(Handle side, double pixels);

    void copy();
    void cut();
    void paste();
    void duplicate();
    /// Puts the labels of that image onto the shown one.
    void pasteFrom(ImageId other);
    [[nodiscard]] bool canPaste() const { return !m_clipboard.isEmpty(); }

    /// The selected suggestion; where none is selected, the surest one that is shown.
    void acceptSuggestion();
    void rejectSuggestion();
    void acceptShown();
    void rejectShown();

    /// False where the image has labels and cannot be empty.
    bool markEmpty();
    /// An image without labels becomes empty. False where suggestions are shown that nobody has answered.
    bool markReviewed();

Q_SIGNALS:
    /// A box was drawn and there is no class yet: ask for its name and call nameWaitingBox().
    void classNeeded(const boxwright::Box &box);
    /// Something a person should know and no dialog is worth ("this image has labels, so it is not empty").
    void told(const QString &text);

private:
    bool push(std::unique_ptr<Command> command);
    bool isUnreadable();
    void addLabels(const QList<Label> &labels);
    void moveSelected(const std::function<Box(const Box &)> &altered, MoveKind kind);
    [[nodiscard]] SuggestionId suggestionAtHand() const;
    void selectSuggestionAfter(SuggestionId done);
    [[nodiscard]] QList<Label> selectedLabels() const;

    LabelState &m_state;
    QList<Label> m_clipboard;
    Box m_waitingBox;
};

} // namespace boxwright
