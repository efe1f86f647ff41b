// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_label.h"

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
    LabelEdit edit;
    edit.image = m_image;
    edit.after = m_label;
    return {{edit}};
}

} // namespace boxwright
