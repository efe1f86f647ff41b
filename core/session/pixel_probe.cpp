// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pixel_probe.h"

#include "core/detect/evaluation.h"
#include "core/imaging/image_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PixelProbe)
};

/// One model, the images, and what has been done of the whole work.
class Prober
{
public:
    Prober(DetectorBackend &backend, const PixelProbe &probe, const ProgressSink &progress, const CancelFlag &cancel)
        : m_backend(backend)
        , m_probe(probe)
        , m_progress(progress)
        , m_cancel(cancel)
    {
    }

    Result<PixelProbeResult> run(PixelInput pixels);

private:
    [[nodiscard]] Result<std::unique_ptr<Detector>> open(PixelInput pixels) const;

    DetectorBackend &m_backend;
    const PixelProbe &m_probe;
    const ProgressSink &m_progress;
    const CancelFlag &m_cancel;
    qint64 m_done = 0;
};

Result<std::unique_ptr<Detector>> Prober::open(PixelInput pixels) const
{
    const OpenOptions options{.threads = m_probe.threads, .settings = {m_probe.modelClasses, pixels}};
    Result<std::unique_ptr<Detector>> detector = m_backend.openDetector(m_probe.model, options);
    if (!detector)
        return detector;
    const ModelInfo &info = (*detector)->info();
    if (!info.isArtifact)
        return failure(Text::tr("%1 is a model of this program, which knows how it takes pixels").arg(m_probe.model));
    if (!info.hasClassNames && info.classes.size() != m_probe.classes.size())
        return failure(
            Text::tr("The model has %1 classes without names, but the labels have %2: name the classes first")
                .arg(info.classes.size())
                .arg(m_probe.classes.size()));
    return detector;
}

Result<PixelProbeResult> Prober::run(PixelInput pixels)
{
    const Result<std::unique_ptr<Detector>> detector = open(pixels);
    if (!detector)
        return failure(detector.error());
    const ModelInfo &info = (*detector)->info();
    std::vector<int> classOf; // of the labels, by the model's number; -1: the labels do not have it
    for (int number = 0; number < int(info.classes.size()); ++number)
        classOf.push_back(info.hasClassNames ? int(m_probe.classes.indexOf(info.classes[number])) : number);
    std::vector<EvaluatedImage> evaluated;
    PixelProbeResult result{pixels};
    result.detections.resize(m_probe.images.size());
    double confidence = 0;
    for (size_t i = 0; i < m_probe.images.size(); ++i) {
        const TruthImage &image = m_probe.images[i];
        if (m_cancel.isCancelled())
            return failure(Text::tr("The probe was stopped"));
        const Result<QImage> read = readImage(image.path);
        if (m_progress)
            m_progress(
                {Text::tr("Trying pixels"), ++m_done, qint64(m_probe.images.size()) * pixelInputs().size(), 0, -1});
        if (!read)
            continue;
        const Result<std::vector<Detection>> detections = (*detector)->detect(*read, {});
        if (!detections)
            return failure(detections.error());
        EvaluatedImage one{image.boxes, {}};
        for (Detection detection : *detections) {
            detection.classIndex = classOf[size_t(detection.classIndex)];
            if (detection.classIndex >= 0)
                one.detections.push_back(detection);
        }
        confidence += detections->empty() ? 0 : detections->front().confidence;
        result.detections[i] = one.detections;
        evaluated.push_back(std::move(one));
    }
    if (evaluated.empty())
        return failure(Text::tr("None of the images can be read"));
    result.map = evaluateDetections(evaluated, int(m_probe.classes.size()), Metric::Voc).map;
    result.confidence = confidence / double(evaluated.size());
    return result;
}

} // namespace

Result<std::vector<PixelProbeResult>> probePixels(DetectorBackend &backend, const PixelProbe &probe,
                                                  const ProgressSink &progress, const CancelFlag &cancel)
{
    Prober prober(backend, probe, progress, cancel);
    std::vector<PixelProbeResult> results;
    for (const PixelInput pixels : pixelInputs()) {
        Result<PixelProbeResult> result = prober.run(pixels);
        if (!result)
            return failure(result.error());
        results.push_back(*result);
    }
    return results;
}

std::optional<PixelInput> bestPixels(const std::vector<PixelProbeResult> &results)
{
    const auto best =
        std::max_element(results.begin(), results.end(),
                         [](const PixelProbeResult &a, const PixelProbeResult &b) { return a.map < b.map; });
    return best == results.end() || !(best->map > 0) ? std::nullopt : std::optional(best->pixels);
}

} // namespace boxwright
