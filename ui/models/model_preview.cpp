// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_preview.h"

#include "core/imaging/image_reader.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelPreview)
};

constexpr double kLeastConfidence = 0.05; ///< below that nobody looks, see DetectionRunner

} // namespace

Result<ModelPreview> previewModel(const BackendSource &source, const QString &model,
                                  const std::vector<TruthImage> &images,
                                  const std::pair<CancelFlag, ProgressSink> &control)
{
    const auto &[cancel, progress] = control;
    const Result<std::unique_ptr<Detector>> detector = openDetector(source, model);
    if (!detector)
        return failure(detector.error());
    ModelPreview preview{(*detector)->info().classes, {}};
    qint64 done = 0;
    for (const TruthImage &image : images) {
        if (cancel.isCancelled())
            break;
        progress({Text::tr("Looking at images"), done++, qint64(images.size()), 0, -1});
        const Result<QImage> pixels = readImage(image.path);
        if (!pixels)
            continue;
        Result<std::vector<Detection>> detections = (*detector)->detect(*pixels, {kLeastConfidence, 0});
        if (!detections)
            return failure(detections.error());
        preview.images.push_back({readShownImage(image.path), std::move(*detections)});
    }
    return preview;
}

} // namespace boxwright
