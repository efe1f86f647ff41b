// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/hyperparameters.h"

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

/// SageMaker's own size of batches.
constexpr int kGpuBatch = 32;

/// Images that a preset shows the network: small data sets get more epochs, large ones fewer, within bounds.
struct Effort
{
    int images = 0;
    int fewestEpochs = 0;
    int mostEpochs = 0;
};

Effort effortOf(TrainingPreset preset)
{
    switch (preset) {
    case TrainingPreset::QuickLook:
        return {.images = 4'400, .fewestEpochs = 2, .mostEpochs = 60};
    case TrainingPreset::Balanced:
        return {.images = 24'000, .fewestEpochs = 10, .mostEpochs = 150};
    case TrainingPreset::Thorough:
        break;
    }
    return {.images = 120'000, .fewestEpochs = 30, .mostEpochs = 400};
}

/// For the batches below. Networks with batch norm bear, and from scratch want, far larger steps than vgg-16, which has
/// none. Found by training on small data sets; SageMaker's 0.001 is made for batches of 32 and hundreds of epochs.
double learningRateFor(const PresetBasis &basis)
{
    if (basis.baseNetwork == QLatin1String("vgg-16"))
        return 0.001;
    if (basis.baseNetwork == QLatin1String("resnet-50")) // its heads read raw sums, which are large
        return basis.hasPretrainedWeights ? 0.005 : 0.01;
    return 0.1;
}

/// Epochs at a fraction of the whole, at least one, rising.
QList<int> dropEpochs(int epochs)
{
    const int first = std::max(1, static_cast<int>(std::lround(epochs * 0.7)));
    const int second = std::max(first + 1, static_cast<int>(std::lround(epochs * 0.9)));
    QList<int> drops;
    for (int epoch : {first, second}) {
        if (epoch < epochs)
            drops << epoch;
    }
    return drops;
}

} // namespace

Hyperparameters presetHyperparameters(TrainingPreset preset, const PresetBasis &basis)
{
    const int images = std::max(1, basis.trainingImages);
    const int processorBatch = basis.hasPretrainedWeights ? 8 : 4; // small steps, many: what a processor does best
    const int growth = basis.isOnGpu ? kGpuBatch / processorBatch : 1;
    const int batch = processorBatch * growth;
    const Effort effort = effortOf(preset);
    Hyperparameters values;
    values.baseNetwork = basis.baseNetwork;
    values.usePretrainedModel = basis.hasPretrainedWeights;
    values.miniBatchSize = std::min(images, batch);
    values.learningRate = learningRateFor(basis);
    values.epochs = std::clamp(growth * effort.images / images, effort.fewestEpochs, growth * effort.mostEpochs);
    values.lrSchedulerStep = dropEpochs(values.epochs);
    values.earlyStopping = preset == TrainingPreset::Thorough;
    values.earlyStoppingMinEpochs = std::max(1, values.epochs / 3);
    values.earlyStoppingPatience = std::max(5, values.epochs / 5);
    return values;
}

} // namespace boxwright
