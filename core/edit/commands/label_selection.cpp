// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/label_selection.h"

#include <algorithm>

namespace boxwright {

namespace {

/// An id that was named twice would be edited twice.
template<class Id>
QList<Id> eachOnce(QList<Id> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace

Change alteredLabels(const Dataset &dataset, const LabelSelection &selection,
                     const std::function<void(Label &label)> &alter)
{
    Change change;
    const ImageRecord *image = dataset.image(selection.image);
    if (!image)
        return change;
    const QList<LabelId> ids = eachOnce(selection.labels);
    for (const LabelId id : ids) {
        const Label *label = image->label(id);
        if (!label)
            continue;
        Label altered = *label;
        alter(altered);
        if (altered != *label)
            change.edits.append(LabelEdit{{*label, altered}, selection.image});
    }
    return change;
}

Change alteredImages(const Dataset &dataset, const QList<ImageId> &images,
                     const std::function<void(const ImageRecord &image, ImageInfo &info)> &alter)
{
    Change change;
    const QList<ImageId> ids = eachOnce(images);
    for (const ImageId id : ids) {
        const ImageRecord *image = dataset.image(id);
        if (!image)
            continue;
        ImageInfo altered = image->info;
        alter(*image, altered);
        if (altered != image->info)
            change.edits.append(ImageEdit{{image->info, altered}});
    }
    return change;
}

void markChangedByPerson(Label &label)
{
    if (label.origin != Origin::Model)
        return;
    label.origin = Origin::Person;
    label.originDetail.clear();
    label.confidence = -1;
}

void appendNoLongerEmpty(const ImageRecord &image, Change &change)
{
    if (image.info.state != ReviewState::Empty)
        return;
    ImageInfo info = image.info;
    info.state = ReviewState::NotYet;
    change.edits.append(ImageEdit{{image.info, info}});
}

} // namespace boxwright
