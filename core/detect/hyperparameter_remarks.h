// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/hyperparameters.h"

namespace boxwright {

/// What a training's data tell about its hyperparameters.
struct TrainingFacts
{
    int trainingImages = 0;
    int mostBoxes = 0; ///< on one of them
};

/// Sentences on values that are allowed each for itself and yet do not fit together or the data: what has no effect
/// with this optimizer, epochs that never come, counts that SageMaker would be misled by. Empty where all fits.
QStringList hyperparameterRemarks(const Hyperparameters &values, const TrainingFacts &facts);

} // namespace boxwright
