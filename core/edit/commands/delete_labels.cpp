// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/delete_labels.h"

#include "core/edit/document.h"

#include <QCoreApplication>
#include <QSet>

namespace boxwright {

DeleteLabels::DeleteLabels(Document &document, LabelSelection selection)
    : Command(document, selection.labels.size() == 1 ? QCoreApplication::translate("Command", "Delete box")
                                                     : QCoreApplication::translate("Command", "Delete boxes"))
    , m_selection(std::move(selection))
{
}

Change DeleteLabels::makeChange()
{
    Change change;
    const ImageRecord *image = document().dataset().image(m_selection.image);
    if (!image)
        return change;
    const QSet<LabelId> wanted(m_selection.labels.cbegin(), m_selection.labels.cend());
    for (const Label &label : image->labels) {
        if (wanted.contains(label.id))
            change.edits.append(LabelEdit{{label, std::nullopt}, m_selection.image});
    }
    return change;
}

} // namespace boxwright
