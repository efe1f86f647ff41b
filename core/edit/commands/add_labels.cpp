// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_labels.h"

#include "core/edit/commands/label_selection.h"
#include "core/edit/document.h"

#include <QCoreApplication>

namespace boxwright {

AddLabels::AddLabels(Document &document, ImageId image, QList<Label> labels)
    : Command(document, QCoreApplication::translate("Command", "Add boxes"))
    , m_image(image)
    , m_labels(std::move(labels))
{
    for (Label &label : m_labels)
        label.id = document.takeId<LabelId>();
}

QList<LabelId> AddLabels::labelIds() const
{
    QList<LabelId> ids;
    for (const Label &label : m_labels)
        ids.append(label.id);
    return ids;
}

Change AddLabels::makeChange()
{
    Change change;
    const Dataset &dataset = document().dataset();
    const ImageRecord *image = dataset.image(m_image);
    if (!image)
        return change;
    for (const Label &label : m_labels) {
        if (!dataset.labelClass(label.classId))
            continue;
        if (change.isEmpty())
            appendNoLongerEmpty(*image, change);
        change.edits.append(LabelEdit{{std::nullopt, label}, m_image});
    }
    return change;
}

} // namespace boxwright
