// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/ssd_detector.h"

#include "core/ssd/devices.h"
#include "core/ssd/model_folder.h"
#include "core/ssd/network_input.h"
#include "core/ssd/pixel_detections.h"
#include "core/ssd/precision.h"
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

} // namespace

Result<std::unique_ptr<Detector>> SsdDetector::open(const QString &modelFolder, const OpenOptions &options)
try {
    Result<ModelInfo> info = readModelInfo(modelFolder);
    if (!info)
        return failure(info.error());
    const Result<std::shared_ptr<SsdNetworkImpl>> network = loadModel(modelFolder);
    if (!network)
        return failure(network.error());
    const auto devices = devicesFor(options.device);
    if (!devices)
        return failure(devices.error());
    const DetectorSetup setup{optionsOf(*info), (*network)->preprocessing(),
                              /*isBgr=*/false,  threadCount(options.threads),
                              devices->front(), inputType(options.precision, devices->front())};
    return std::make_unique<SsdDetector>(std::move(*info), *network, setup);
} catch (const std::exception &error) {
    return failure(Text::tr("The model in %1 could not be opened").arg(modelFolder), QString::fromUtf8(error.what()));
}

SsdDetector::SsdDetector(ModelInfo info, std::shared_ptr<SsdNetworkImpl> network, const DetectorSetup &setup)
    : m_info(std::move(info))
    , m_network(std::move(network))
    , m_priors(makePriors(*m_network))
    , m_setup(setup)
{
    moveTo(setup.device, *m_network);
    m_network->prepareForDetection(setup.inputType);
}

Result<std::vector<Detection>> SsdDetector::detect(const QImage &image, const DetectOptions &options)
try {
    if (image.isNull())
        return failure(Text::tr("There is no image to detect on"));
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    return pixelDetections(run(rgb, options), rgb.size());
} catch (const std::exception &error) {
    return failure(Text::tr("The model %1 could not be run").arg(m_info.name), QString::fromUtf8(error.what()));
}

std::vector<DetectedBox> SsdDetector::run(const QImage &image, const DetectOptions &options)
{
    const c10::InferenceMode inference;
    if (at::get_num_threads() != m_setup.threads)
        at::set_num_threads(m_setup.threads);
    DetectionOptions detection = m_setup.detection;
    detection.threshold = float(options.minConfidence);
    if (options.nmsThreshold > 0)
        detection.nmsThreshold = float(options.nmsThreshold);
    const QImage ordered = m_setup.isBgr ? image.rgbSwapped() : image;
    const torch::Tensor input = networkInput(ordered, m_info.imageShape, m_setup.preprocessing);
    const SsdOutput output = onProcessor(m_network->forward(input.to(m_setup.device, m_setup.inputType)));
    const torch::Tensor probabilities = torch::softmax(output.classLogits[0], 1); // (N, C + 1)
    return detectBoxes(probabilities, output.boxOffsets[0], m_priors, detection);
}

} // namespace boxwright::ssd
