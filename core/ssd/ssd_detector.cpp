// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/ssd_detector.h"

#include "core/ssd/model_folder.h"
#include "core/ssd/network_input.h"
#include "core/ssd/thread_count.h"

#include <QCoreApplication>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SsdDetector)
};

/// The model's own NMS; MXNet's values where model.json names none.
DetectionOptions optionsOf(const ModelInfo &info)
{
    DetectionOptions options;
    bool isNumber = false;
    const float threshold = info.hyperparameters.value(QStringLiteral("nms_threshold")).toFloat(&isNumber);
    if (isNumber && threshold > 0 && threshold <= 1)
        options.nmsThreshold = threshold;
    const int topk = info.hyperparameters.value(QStringLiteral("nms_topk")).toInt(&isNumber);
    if (isNumber && topk > 0)
        options.nmsTopk = topk;
    return options;
}

/// In pixels of the image, inside it. Boxes without area have no place in an image and are left out.
std::vector<Detection> toPixels(const std::vector<DetectedBox> &boxes, QSize size)
{
    std::vector<Detection> detections;
    detections.reserve(boxes.size());
    for (const DetectedBox &box : boxes) {
        const Box inPixels{double(box.xmin) * size.width(), double(box.ymin) * size.height(),
                           double(box.xmax) * size.width(), double(box.ymax) * size.height()};
        const Box inside = inPixels.clippedTo(QSizeF(size));
        if (!inside.isEmpty())
            detections.push_back({box.classIndex, double(box.score), inside});
    }
    return detections;
}

} // namespace

Result<std::unique_ptr<Detector>> SsdDetector::open(const QString &modelFolder, int threads)
try {
    Result<ModelInfo> info = readModelInfo(modelFolder);
    if (!info)
        return failure(info.error());
    const Result<std::shared_ptr<SsdNetworkImpl>> network = loadModel(modelFolder);
    if (!network)
        return failure(network.error());
    return std::unique_ptr<Detector>(new SsdDetector(std::move(*info), *network, threadCount(threads)));
} catch (const std::exception &error) {
    return failure(Text::tr("The model in %1 could not be opened").arg(modelFolder), QString::fromUtf8(error.what()));
}

SsdDetector::SsdDetector(ModelInfo info, std::shared_ptr<SsdNetworkImpl> network, int threads)
    : m_info(std::move(info))
    , m_network(std::move(network))
    , m_priors(makePriors(*m_network))
    , m_options(optionsOf(m_info))
    , m_threads(threads)
{
    m_network->prepareForDetection();
}

Result<std::vector<Detection>> SsdDetector::detect(const QImage &image, const DetectOptions &options)
try {
    if (image.isNull())
        return failure(Text::tr("There is no image to detect on"));
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    return toPixels(run(rgb, options), rgb.size());
} catch (const std::exception &error) {
    return failure(Text::tr("The model %1 could not be run").arg(m_info.name), QString::fromUtf8(error.what()));
}

std::vector<DetectedBox> SsdDetector::run(const QImage &image, const DetectOptions &options)
{
    const c10::InferenceMode inference;
    if (at::get_num_threads() != m_threads)
        at::set_num_threads(m_threads);
    DetectionOptions detection = m_options;
    detection.threshold = float(options.minConfidence);
    if (options.nmsThreshold > 0)
        detection.nmsThreshold = float(options.nmsThreshold);
    const SsdOutput output = m_network->forward(networkInput(image, m_info.imageShape, m_network->preprocessing()));
    const torch::Tensor probabilities = torch::softmax(output.classLogits[0], 1); // (N, C + 1)
    return detectBoxes(probabilities, output.boxOffsets[0], m_priors, detection);
}

} // namespace boxwright::ssd
