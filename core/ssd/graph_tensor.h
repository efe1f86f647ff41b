// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mxnet/tensor_view.h"

#include <torch/torch.h>

namespace boxwright::ssd {

/// An array of a parameter file as float32, whatever its element type; a copy. Fails, naming the array, where it is
/// empty or holds a number that is not finite.
Result<torch::Tensor> toTensor(const TensorView &view);

} // namespace boxwright::ssd
