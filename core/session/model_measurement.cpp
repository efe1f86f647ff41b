// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/model_measurement.h"

#include "core/imaging/image_reader.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelMeasurement)
};

/// Index of each class of the model among the project's, which grow by those that only the model knows.
std::vector<int> classIndexes(const QStringList &modelClasses, QStringList &classes)
{
    std::vector<int> indexes;
    for (const QString &name : modelClasses) {
        if (!classes.contains(name))
            classes << name;
        indexes.push_back(int(classes.indexOf(name)));
    }
    return indexes;
}

Progress progressOf(std::size_t done, std::size_t total, const QElapsedTimer &clock)
{
    Progress progress{Text::tr("Detecting"), qint64(done), qint64(total), 0, -1};
    const double seconds = double(clock.elapsed()) / 1000;
    if (seconds > 0) {
        progress.rate = double(done) / seconds;
        progress.secondsLeft = double(total - done) / progress.rate;
    }
    return progress;
}

} // namespace

Result<std::vector<EvaluatedImage>> detectOnTruth(Detector &detector, TruthSet &truth, const CancelFlag &cancel,
                                                  const ProgressSink &progress)
{
    const std::vector<int> indexes = classIndexes(detector.info().classes, truth.classes);
    std::vector<EvaluatedImage> evaluated;
    QElapsedTimer clock;
    clock.start();
    for (const TruthImage &image : truth.images) {
        if (cancel.isCancelled())
            return failure(Text::tr("Stopped after %1 of %2 images; a part of the images gives no measure.")
                               .arg(evaluated.size())
                               .arg(truth.images.size()));
        const Result<QImage> pixels = readImage(image.path);
        if (!pixels)
            return failure(pixels.error());
        Result<std::vector<Detection>> detections = detector.detect(*pixels, {});
        if (!detections)
            return failure(detections.error());
        EvaluatedImage one{image.boxes, {}};
        for (Detection &detection : *detections)
            detection.classIndex = indexes[std::size_t(detection.classIndex)];
        one.detections = std::move(*detections);
        evaluated.push_back(std::move(one));
        if (progress)
            progress(progressOf(evaluated.size(), truth.images.size(), clock));
    }
    return evaluated;
}

} // namespace boxwright
