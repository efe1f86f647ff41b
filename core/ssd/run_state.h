// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace boxwright::ssd {

/// Where a run is: together with the weights and the momentum, all that it needs to go on as if it had never stopped.
/// (Random numbers are drawn anew from seed, epoch and image, and need no state.)
struct RunState
{
    qint64 step = 0;   ///< optimiser steps done
    qint64 images = 0; ///< images learned from
    double seconds = 0;
    double epochClassLoss = 0; ///< sums over the steps of the epoch in work
    double epochBoxLoss = 0;
    qint64 epochSteps = 0;
    double epochSeconds = 0;      ///< RunClock time at which the epoch began
    double evaluationSeconds = 0; ///< in all
    double bestMap = -1;
    int bestEpoch = 0;
    int lastImprovement = 0;
    qint64 evaluatedStep = -1; ///< after which the network was last evaluated, and what came out
    double lastMap = -1;
    int batchParts = 1; ///< see TrainingStep
};

} // namespace boxwright::ssd
