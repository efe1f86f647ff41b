// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/session/backend_source.h"
#include "core/session/training_snapshot.h"
#include "ui/models/detection_picture.h"

namespace boxwright {

/// An image with what a model found on it.
struct PreviewedImage
{
    ShownImage image;
    std::vector<Detection> detections; ///< by falling confidence
};

struct ModelPreview
{
    QStringList classes; ///< of the model: names or numbers
    std::vector<PreviewedImage> images;
};

/// Runs the model over the images; those that cannot be read are passed over. Works on the calling thread.
Result<ModelPreview> previewModel(const BackendSource &source, const QString &model,
                                  const std::vector<TruthImage> &images,
                                  const std::pair<CancelFlag, ProgressSink> &control);

} // namespace boxwright
