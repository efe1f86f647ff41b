// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/set_label_class.h"

#include "core/edit/document.h"

#include <QCoreApplication>

namespace boxwright {

SetLabelClass::SetLabelClass(Document &document, LabelSelection selection, ClassId classId)
    : Command(document, QCoreApplication::translate("Command", "Change class of boxes"))
    , m_selection(std::move(selection))
    , m_classId(classId)
{
}

Change SetLabelClass::makeChange()
{
    const Dataset &dataset = document().dataset();
    if (!dataset.labelClass(m_classId))
        return {};
    return alteredLabels(dataset, m_selection, [this](Label &label) {
        if (label.classId == m_classId)
            return;
        label.classId = m_classId;
        markChangedByPerson(label);
    });
}

} // namespace boxwright
