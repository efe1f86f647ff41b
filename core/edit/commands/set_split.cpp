// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/set_split.h"

#include "core/edit/commands/label_selection.h"
#include "core/edit/document.h"

#include <QCoreApplication>

namespace boxwright {

SetSplit::SetSplit(Document &document, QList<ImageId> images, Split split)
    : Command(document, QCoreApplication::translate("Command", "Change split"))
    , m_images(std::move(images))
    , m_split(split)
{
}

Change SetSplit::makeChange()
{
    return alteredImages(document().dataset(), m_images,
                         [this](const ImageRecord &, ImageInfo &info) { info.split = m_split; });
}

} // namespace boxwright
