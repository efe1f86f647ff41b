// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/change_class.h"

#include "core/edit/document.h"

#include <QCoreApplication>

namespace boxwright {

ChangeClass::ChangeClass(Document &document, const LabelClass &labelClass)
    : Command(document, QCoreApplication::translate("Command", "Change class"))
    , m_class(labelClass)
{
}

Change ChangeClass::makeChange()
{
    Change change;
    const Dataset &dataset = document().dataset();
    const LabelClass *before = dataset.labelClass(m_class.id);
    const LabelClass *sameName = dataset.classNamed(m_class.name);
    const bool isTaken = sameName && sameName->id != m_class.id;
    if (!before || isTaken || m_class.name.trimmed().isEmpty())
        return change;
    m_class.position = before->position;
    if (m_class == *before)
        return change;
    for (const LabelClass &other : dataset.classes()) {
        if (m_class.hotkey == 0 || other.hotkey != m_class.hotkey || other.id == m_class.id)
            continue;
        LabelClass without = other;
        without.hotkey = 0;
        change.edits.append(ClassEdit{{other, without}});
    }
    change.edits.append(ClassEdit{{*before, m_class}});
    return change;
}

} // namespace boxwright
