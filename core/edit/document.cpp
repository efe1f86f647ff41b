// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/document.h"

#include "core/edit/command.h"

namespace boxwright {

Document::Document(Dataset dataset, qint64 firstFreeId, QObject *parent)
    : QObject(parent)
    , m_dataset(std::move(dataset))
    , m_nextId(std::max(firstFreeId, m_dataset.highestId() + 1))
{
}

bool Document::push(std::unique_ptr<Command> command)
{
    if (m_isReadOnly)
        return false;
    m_undoStack.push(command.release());
    return true;
}

void Document::apply(const Change &change)
{
    m_dataset.apply(change);
    Q_EMIT changed(change);
}

} // namespace boxwright
