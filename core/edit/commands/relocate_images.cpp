// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/relocate_images.h"

#include "core/edit/commands/label_selection.h"
#include "core/edit/document.h"

#include <QCoreApplication>
#include <QHash>

namespace boxwright {

RelocateImages::RelocateImages(Document &document, QList<RelocatedImage> images)
    : Command(document, QCoreApplication::translate("Command", "Relocate images"))
    , m_images(std::move(images))
{
}

Change RelocateImages::makeChange()
{
    QList<ImageId> ids;
    QHash<ImageId, QString> paths;
    for (const RelocatedImage &image : std::as_const(m_images)) {
        if (image.path.isEmpty())
            continue;
        ids.append(image.id);
        paths.insert(image.id, image.path);
    }
    return alteredImages(document().dataset(), ids, [&paths](const ImageRecord &, ImageInfo &info) {
        const QString path = paths.value(info.id);
        if (path == info.path)
            return;
        info.path = path;
        info.problem.clear();
    });
}

} // namespace boxwright
