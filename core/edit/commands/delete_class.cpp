// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/delete_class.h"

#include "core/edit/document.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

void appendRemovals(const ImageRecord &image, ClassId id, Change &change)
{
    for (const Label &label : image.labels) {
        if (label.classId == id)
            change.edits.append(LabelEdit{{label, std::nullopt}, image.info.id});
    }
    for (const Suggestion &suggestion : image.suggestions) {
        if (suggestion.classId == id)
            change.edits.append(SuggestionEdit{{suggestion, std::nullopt}, image.info.id});
    }
}

} // namespace

DeleteClass::DeleteClass(Document &document, ClassId id)
    : Command(document, QCoreApplication::translate("Command", "Delete class"))
    , m_id(id)
{
}

Change DeleteClass::makeChange()
{
    Change change;
    const Dataset &dataset = document().dataset();
    const LabelClass *gone = dataset.labelClass(m_id);
    if (!gone)
        return change;
    for (qsizetype i = 0; i < dataset.imageCount(); ++i)
        appendRemovals(dataset.imageAt(i), m_id, change);
    change.edits.append(ClassEdit{{*gone, std::nullopt}});
    for (const LabelClass &later : dataset.classes()) {
        if (later.position <= gone->position || later.id == m_id)
            continue;
        LabelClass moved = later;
        --moved.position;
        change.edits.append(ClassEdit{{later, moved}});
    }
    return change;
}

} // namespace boxwright
