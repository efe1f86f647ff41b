// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/hyperparameters.h"

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

/// Optimiser steps that a preset aims at: small data sets get more epochs, large ones fewer, within bounds.
struct Effort
{
    int steps = 0;
    int fewestEpochs = 0;
    int mostEpochs = 0;
};

Effort effortOf(TrainingPreset preset)
{
    switch (preset) {
    case TrainingPreset::QuickLook:
        return {.steps = 400, .fewestEpochs = 2, .mostEpochs = 40};
    case TrainingPreset::Balanced:
        return {.steps = 3'000, .fewestEpochs = 10, .mostEpochs = 150};
    case TrainingPreset::Thorough:
        break;
    }
    return {.steps = 15'000, .fewestEpochs = 30, .mostEpochs = 400};
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

Hyperparameters presetHyperparameters(TrainingPreset preset, int trainingImages, bool hasPretrainedWeights)
{
    const int images = std::max(1, trainingImages);
    const Effort effort = effortOf(preset);
    Hyperparameters values;
    values.usePretrainedModel = hasPretrainedWeights;
    values.miniBatchSize = std::clamp(images, 1, 8); // small steps, many of them: what a processor does best
    values.learningRate = 0.01;
    const int stepsPerEpoch = std::max(1, images / values.miniBatchSize);
    values.epochs = std::clamp(effort.steps / stepsPerEpoch, effort.fewestEpochs, effort.mostEpochs);
    values.lrSchedulerStep = dropEpochs(values.epochs);
    values.earlyStopping = preset == TrainingPreset::Thorough;
    values.earlyStoppingMinEpochs = std::max(1, values.epochs / 3);
    values.earlyStoppingPatience = std::max(5, values.epochs / 5);
    return values;
}

} // namespace boxwright
