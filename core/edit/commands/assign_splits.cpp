// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/assign_splits.h"

#include "core/edit/commands/label_selection.h"
#include "core/edit/document.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright {

AssignSplits::AssignSplits(Document &document, QHash<ImageId, Split> splits)
    : Command(document, QCoreApplication::translate("Command", "Split the data set"))
    , m_splits(std::move(splits))
{
}

Change AssignSplits::makeChange()
{
    QList<ImageId> images = m_splits.keys();
    std::sort(images.begin(), images.end());
    return alteredImages(document().dataset(), images, [this](const ImageRecord &image, ImageInfo &info) {
        info.split = m_splits.value(image.info.id);
    });
}

} // namespace boxwright
