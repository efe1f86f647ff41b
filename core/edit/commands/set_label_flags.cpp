// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/set_label_flags.h"

#include "core/edit/document.h"

#include <QCoreApplication>

namespace boxwright {

SetLabelFlags::SetLabelFlags(Document &document, LabelSelection selection, FlagChange flags)
    : Command(document, QCoreApplication::translate("Command", "Mark boxes"))
    , m_selection(std::move(selection))
    , m_flags(flags)
{
}

Change SetLabelFlags::makeChange()
{
    return alteredLabels(document().dataset(), m_selection,
                         [this](Label &label) { label.flags = (label.flags & ~m_flags.cleared) | m_flags.set; });
}

} // namespace boxwright
