// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training.h"

namespace boxwright {

/// Images that this machine learns from in a second, from which the Train page tells how long a training will take.
struct TrainingSpeed
{
    double imagesPerSecond = 1;
    bool isMeasured = false; ///< by an earlier training here; else a guess
};

/// What of this machine a training uses.
struct TrainingMeans
{
    int threads = 1;
    DeviceChoice device{};
    ComputePrecision precision = ComputePrecision::Float32;
};

/// What the last training of that base network by these means reached on this machine, or a guess.
TrainingSpeed trainingSpeed(const QString &baseNetwork, const TrainingMeans &means);
void rememberTrainingSpeed(const QString &baseNetwork, const TrainingMeans &means, double imagesPerSecond);

/// Seconds of a training with its evaluation after each epoch. Early stopping can only make it shorter.
double trainingSeconds(const Hyperparameters &values, qint64 trainingImages, qint64 validationImages,
                       double imagesPerSecond);

} // namespace boxwright
