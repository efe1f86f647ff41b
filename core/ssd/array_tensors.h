// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/tensor_view.h"
#include "core/ssd/safetensors.h"

#include <optional>

namespace boxwright::ssd {

/// A tensor with a copy of the array's numbers; nullopt for unsigned numbers of more than a byte, which torch has not.
std::optional<torch::Tensor> tensorOf(const TensorView &view);

} // namespace boxwright::ssd
