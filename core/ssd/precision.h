// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training.h"

#include <torch/torch.h>

namespace boxwright::ssd {

/// Whether this processor multiplies bfloat16 faster than float32.
bool hasFastBfloat16();

/// What the input of a network in training is cast to: layers compute in the type of what they get.
torch::ScalarType inputType(TrainingPrecision precision);

} // namespace boxwright::ssd
