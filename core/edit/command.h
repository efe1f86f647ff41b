// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"

#include <QUndoCommand>

namespace boxwright {

class Document;

/// One step that a person can undo. Subclasses carry ids and values and say in makeChange() what they do to the
/// data set as it is; undo and redo are the same for all of them. The document outlives its commands.
class Command : public QUndoCommand
{
public:
    /// `text` names the step in the undo menu ("Move box").
    Command(Document &document, const QString &text);

    void redo() final;
    void undo() final;

    [[nodiscard]] const Change &change() const { return m_change; }

protected:
    /// Called once, at the first redo. An empty change makes the command obsolete: no step is kept.
    virtual Change makeChange() = 0;

    [[nodiscard]] Document &document() const { return m_document; }

    /// Takes a later command's change into this one, for mergeWith(): edits of the same label become one, and a label
    /// that is as it was at first is no edit. Nothing left makes the command obsolete.
    void absorb(const Change &later);

private:
    Document &m_document;
    Change m_change;
    bool m_isMade = false;
};

} // namespace boxwright
