// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/batch_normalization.h"

namespace boxwright::ssd {

/// normalizeBatch() by torch's own operators, for tensors outside the processor's memory. `x` may be bfloat16; the
/// parameters are float32. NormRules::sums does not reach here.
torch::Tensor normalizeBatchOnDevice(const torch::Tensor &x, const NormTensors &norm, const NormRules &rules,
                                     Activation activation);

} // namespace boxwright::ssd
