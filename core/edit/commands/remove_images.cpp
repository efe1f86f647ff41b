// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/remove_images.h"

#include "core/edit/document.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright {

RemoveImages::RemoveImages(Document &document, QList<ImageId> images)
    : Command(document, QCoreApplication::translate("Command", "Remove images"))
    , m_images(std::move(images))
{
    std::sort(m_images.begin(), m_images.end());
    m_images.erase(std::unique(m_images.begin(), m_images.end()), m_images.end());
}

Change RemoveImages::makeChange()
{
    Change change;
    const Dataset &dataset = document().dataset();
    for (const ImageId id : std::as_const(m_images)) {
        const ImageRecord *image = dataset.image(id);
        if (!image)
            continue;
        for (const Label &label : image->labels)
            change.edits.append(LabelEdit{{label, std::nullopt}, id});
        for (const Suggestion &suggestion : image->suggestions)
            change.edits.append(SuggestionEdit{{suggestion, std::nullopt}, id});
        change.edits.append(ImageEdit{{image->info, std::nullopt}});
    }
    return change;
}

} // namespace boxwright
