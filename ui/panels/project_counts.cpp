// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/project_counts.h"

namespace boxwright {

ProjectCounts::ProjectCounts(Document &document, QObject *parent)
    : QObject(parent)
{
    const Dataset &dataset = document.dataset();
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        addImage(dataset.imageAt(i).info, 1);
        for (const Label &label : dataset.imageAt(i).labels)
            addLabel(label, 1);
    }
    connect(&document, &Document::changed, this, &ProjectCounts::onChanged);
}

void ProjectCounts::onChanged(const Change &change)
{
    for (const Edit &edit : change.edits) {
        if (const auto *image = std::get_if<ImageEdit>(&edit)) {
            if (image->before)
                addImage(*image->before, -1);
            if (image->after)
                addImage(*image->after, 1);
        } else if (const auto *label = std::get_if<LabelEdit>(&edit)) {
            if (label->before)
                addLabel(*label->before, -1);
            if (label->after)
                addLabel(*label->after, 1);
        }
    }
    Q_EMIT countsChanged();
}

void ProjectCounts::addImage(const ImageInfo &info, int sign)
{
    m_images += sign;
    if (info.state != ReviewState::NotYet)
        m_reviewed += sign;
}

void ProjectCounts::addLabel(const Label &label, int sign)
{
    m_labels += sign;
    m_labelsOf[label.classId] += sign;
}

} // namespace boxwright
