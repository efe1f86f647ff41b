// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/alter_labels.h"

#include "core/edit/document.h"

namespace boxwright {

AlterLabels::AlterLabels(Document &document, const QString &text, QList<LabelFix> fixes)
    : Command(document, text)
    , m_fixes(std::move(fixes))
{
}

Change AlterLabels::makeChange()
{
    Change change;
    for (const LabelFix &fix : std::as_const(m_fixes)) {
        const ImageRecord *image = document().dataset().image(fix.image);
        const Label *label = image ? image->label(fix.label) : nullptr;
        if (!label || (fix.box && *fix.box == label->box))
            continue;
        std::optional<Label> after;
        if (fix.box) {
            after = *label;
            after->box = *fix.box;
        }
        change.edits.append(LabelEdit{{*label, after}, fix.image});
    }
    return change;
}

} // namespace boxwright
