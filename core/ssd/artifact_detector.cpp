// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/artifact_detector.h"

#include "core/detect/artifact_info.h"
#include "core/ssd/artifact_network.h"
#include "core/ssd/devices.h"
#include "core/ssd/graph_detector.h"
#include "core/ssd/precision.h"
#include "core/ssd/ssd_detector.h"
#include "core/ssd/thread_count.h"

#include <QCoreApplication>
#include <QDir>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArtifactDetector)
};

/// What the caller has decided, and for the rest what is stored.
Result<ModelSettings> settingsFor(const QString &path, const ModelSettings &decided)
{
    Result<ModelSettings> settings = readModelSettings(path);
    if (!settings)
        return settings;
    if (!decided.classes.isEmpty())
        settings->classes = decided.classes;
    if (decided.pixels)
        settings->pixels = decided.pixels;
    return settings;
}

bool isBlueFirst(PixelInput input)
{
    return input == PixelInput::BgrMean || input == PixelInput::BgrRaw;
}

DetectionOptions optionsOf(const DetectionNode &node)
{
    DetectionOptions options;
    options.threshold = float(node.threshold);
    options.nmsThreshold = float(node.nmsThreshold);
    options.nmsTopk = node.nmsTopk;
    options.forceSuppress = node.forceSuppress;
    options.clip = node.clip;
    for (size_t i = 0; i < options.variances.size(); ++i)
        options.variances[i] = float(node.variances[i]);
    return options;
}

Result<std::unique_ptr<Detector>> open(const QString &path, const OpenOptions &options)
{
    const Result<ModelSettings> settings = settingsFor(path, options.settings);
    if (!settings)
        return failure(settings.error());
    Result<ModelArtifact> artifact = readModelArtifact(path);
    if (!artifact)
        return failure(artifact.error());
    const std::optional<RecognizedSsd> recognized = recognizeSsd(*artifact);
    Result<ModelInfo> info = artifactInfo(*artifact, recognized, settings->classes);
    if (!info)
        return failure(info.error());
    const Result<std::optional<DetectionNode>> detection = findDetectionNode(artifact->graph);
    if (!detection)
        return failure(Text::tr("%1: %2").arg(QDir::toNativeSeparators(path), detection.error().message));
    const PixelInput pixels = settings->pixels.value_or(usualPixelInput(*artifact));
    info->pixels = pixels;
    const auto devices = devicesFor(options.device);
    if (!devices)
        return failure(devices.error());
    DetectorSetup setup{{},
                        preprocessingOf(pixels),
                        isBlueFirst(pixels),
                        threadCount(options.threads),
                        devices->front(),
                        inputType(options.precision, devices->front())};
    if (*detection)
        setup.detection = optionsOf(**detection);
    if (recognized) {
        const Result<std::shared_ptr<SsdNetworkImpl>> network = networkOfArtifact(*artifact, *recognized);
        if (network) {
            artifact = failure(QString()); // its memory is free before the network takes more
            return std::make_unique<SsdDetector>(std::move(*info), *network, setup);
        }
        info->isTrainable = false;
    }
    return GraphDetector::open(*artifact, std::move(*info), setup, settings->pixels.has_value());
}

} // namespace

Result<std::unique_ptr<Detector>> openArtifactDetector(const QString &path, const OpenOptions &options)
try {
    return open(path, options);
} catch (const std::exception &error) {
    return failure(Text::tr("The model in %1 could not be opened").arg(QDir::toNativeSeparators(path)),
                   QString::fromUtf8(error.what()));
}

} // namespace boxwright::ssd
