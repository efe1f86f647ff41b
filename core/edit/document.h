// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/dataset.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace boxwright {

class Command;

/// What an image file says of itself. It is found out, not decided by a person, and so no step of the history.
struct ImageFacts
{
    ImageId id = ImageId::None;
    QSize size; ///< as ImageInfo::size
    int orientation = 1;
    QString problem; ///< as ImageInfo::problem
};

/// The data set that is open, its undo stack and the one signal that tells what happened to it.
/// Lives on the GUI thread (on the main thread in boxwright-cli). Workers get dataset() by value as a snapshot.
class Document : public QObject
{
    Q_OBJECT

public:
    /// `firstFreeId` is above every id that was ever given in this project.
    explicit Document(Dataset dataset = {}, qint64 firstFreeId = 1, QObject *parent = nullptr);

    [[nodiscard]] const Dataset &dataset() const { return m_dataset; }
    [[nodiscard]] QUndoStack &undoStack() { return m_undoStack; }

    /// A read-only document takes no commands.
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }
    void setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; }

    /// Does the command and keeps it for undo. A command that changes nothing is dropped.
    /// False where the document is read-only.
    bool push(std::unique_ptr<Command> command);

    /// Takes facts that were read from files, without an undo step; undo and redo leave them as they are. Facts of
    /// images that are gone are passed over. Tells one change where any fact is new.
    void learn(const QList<ImageFacts> &facts);

    /// Puts what a model found by itself in place of the image's suggestions, without an undo step: nobody decided
    /// it, and who presses undo means an own edit. Ids are given here. Passed over where the image is gone, where it
    /// has these suggestions already, and in a read-only document.
    void suggest(ImageId image, QList<Suggestion> suggestions);

    /// The next free id; it counts for every kind of object.
    template<class Id>
    Id takeId()
    {
        return static_cast<Id>(m_nextId++);
    }
    [[nodiscard]] qint64 nextId() const { return m_nextId; }

    /// Applies the change and tells of it. Only commands call this; everything else pushes a command. Facts of images
    /// that the change does not alter stay as they are now, and so do suggestions that were found since the command
    /// was made, unless their image or their class goes.
    void apply(const Change &change);

Q_SIGNALS:
    /// After the data set took the change, by a command, an undo or a redo.
    void changed(const boxwright::Change &change);

private:
    Dataset m_dataset;
    QUndoStack m_undoStack;
    qint64 m_nextId = 1;
    bool m_isReadOnly = false;
};

} // namespace boxwright
