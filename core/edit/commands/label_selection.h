// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/dataset.h"

#include <functional>

namespace boxwright {

/// Labels of one image that a command works on. Ids that are not on the image are passed over.
struct LabelSelection
{
    ImageId image = ImageId::None;
    QList<LabelId> labels;
};

/// The change that gives every selected label what `alter` makes of it; labels that it leaves as they are are left out.
Change alteredLabels(const Dataset &dataset, const LabelSelection &selection,
                     const std::function<void(Label &label)> &alter);

/// The same for the infos of images.
Change alteredImages(const Dataset &dataset, const QList<ImageId> &images,
                     const std::function<void(const ImageRecord &image, ImageInfo &info)> &alter);

/// A label whose box or class a person has changed is no longer the model's answer.
void markChangedByPerson(Label &label);

/// The edit that takes back the word "empty" of an image that gets a label; nothing where nobody gave it.
void appendNoLongerEmpty(const ImageRecord &image, Change &change);

} // namespace boxwright
