// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/hyperparameters.h"

namespace boxwright {

/// Images that this machine learns from in a second, from which the Train page tells how long a training will take.
struct TrainingSpeed
{
    double imagesPerSecond = 1;
    bool isMeasured = false; ///< by an earlier training here; else a guess
};

/// What the last training with that base network and number of threads reached on this machine, or a guess.
TrainingSpeed trainingSpeed(const QString &baseNetwork, int threads);
void rememberTrainingSpeed(const QString &baseNetwork, int threads, double imagesPerSecond);

/// Seconds of a training with its evaluation after each epoch. Early stopping can only make it shorter.
double trainingSeconds(const Hyperparameters &values, qint64 trainingImages, qint64 validationImages,
                       double imagesPerSecond);

} // namespace boxwright
