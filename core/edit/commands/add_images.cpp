// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_images.h"

#include "core/edit/document.h"

#include <QCoreApplication>
#include <QSet>

namespace boxwright {

AddImages::AddImages(Document &document, QList<ImageInfo> images)
    : Command(document, QCoreApplication::translate("Command", "Add images"))
    , m_images(std::move(images))
{
    for (ImageInfo &image : m_images)
        image.id = document.takeId<ImageId>();
}

QList<ImageId> AddImages::imageIds() const
{
    QList<ImageId> ids;
    ids.reserve(m_images.size());
    for (const ImageInfo &image : m_images)
        ids.append(image.id);
    return ids;
}

Change AddImages::makeChange()
{
    const Dataset &dataset = document().dataset();
    QSet<QString> known;
    known.reserve(dataset.imageCount() + m_images.size());
    for (qsizetype i = 0; i < dataset.imageCount(); ++i)
        known.insert(dataset.imageAt(i).info.path);
    Change change;
    change.edits.reserve(m_images.size());
    for (const ImageInfo &image : m_images) {
        const qsizetype before = known.size();
        known.insert(image.path);
        if (known.size() > before && !image.path.isEmpty())
            change.edits.append(ImageEdit{{std::nullopt, image}});
    }
    return change;
}

} // namespace boxwright
