// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/move_class.h"

#include "core/edit/document.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright {

MoveClass::MoveClass(Document &document, ClassId id, int position)
    : Command(document, QCoreApplication::translate("Command", "Change order of classes"))
    , m_id(id)
    , m_position(position)
{
}

Change MoveClass::makeChange()
{
    Change change;
    QList<LabelClass> classes = document().dataset().classes();
    const auto moved =
        std::find_if(classes.begin(), classes.end(), [this](const LabelClass &item) { return item.id == m_id; });
    if (moved == classes.end())
        return change;
    classes.move(moved - classes.begin(), std::clamp<qsizetype>(m_position, 0, classes.size() - 1));
    for (int position = 0; position < classes.size(); ++position) {
        const LabelClass &before = classes[position];
        if (before.position == position)
            continue;
        LabelClass after = before;
        after.position = position;
        change.edits.append(ClassEdit{{before, after}});
    }
    return change;
}

} // namespace boxwright
