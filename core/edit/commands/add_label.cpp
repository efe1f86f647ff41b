// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_label.h"

#include "core/edit/commands/label_selection.h"
#include "core/edit/document.h"

#include <QCoreApplication>

namespace boxwright {

AddLabel::AddLabel(Document &document, ImageId image, const Label &label)
    : Command(document, QCoreApplication::translate("Command", "Draw box"))
    , m_image(image)
    , m_label(label)
{
    m_label.id = document.takeId<LabelId>();
}

Change AddLabel::makeChange()
{
    Change change;
    const Dataset &dataset = document().dataset();
    const ImageRecord *image = dataset.image(m_image);
    if (!image || !dataset.labelClass(m_label.classId))
        return change;
    appendNoLongerEmpty(*image, change);
    change.edits.append(LabelEdit{{std::nullopt, m_label}, m_image});
    return change;
}

} // namespace boxwright
