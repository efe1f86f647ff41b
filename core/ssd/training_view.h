// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training.h"

namespace boxwright::ssd {

/// See DetectorBackend::trainingView.
Result<TrainingView> viewTrainingImage(const TrainingRequest &request, int image, int epoch);

} // namespace boxwright::ssd
