// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/command.h"

#include "core/edit/document.h"

#include <algorithm>

namespace boxwright {

Command::Command(Document &document, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
{
}

void Command::redo()
{
    if (!m_isMade) {
        m_change = makeChange();
        m_isMade = true;
    }
    if (m_change.isEmpty())
        setObsolete(true);
    else
        m_document.apply(m_change);
}

void Command::undo()
{
    m_document.apply(m_change.inverted());
}

void Command::absorb(const Change &later)
{
    for (const Edit &edit : later.edits) {
        const auto *moved = std::get_if<LabelEdit>(&edit);
        const auto same = std::find_if(m_change.edits.begin(), m_change.edits.end(), [moved](const Edit &mine) {
            const auto *label = std::get_if<LabelEdit>(&mine);
            return moved && label && label->after && moved->before && label->after->id == moved->before->id;
        });
        if (same != m_change.edits.end())
            std::get<LabelEdit>(*same).after = moved->after;
        else
            m_change.edits.append(edit);
    }
    m_change.edits.removeIf([](const Edit &edit) {
        const auto *label = std::get_if<LabelEdit>(&edit);
        return label && label->before == label->after;
    });
    setObsolete(m_change.isEmpty());
}

} // namespace boxwright
