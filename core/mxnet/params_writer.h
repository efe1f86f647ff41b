// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mxnet/tensor_view.h"

#include <span>

class QIODevice;

namespace boxwright {

/// Writes a .params file as MXNet 1.x does and SageMaker reads: V2, dense, on the CPU. Names are written where any
/// array has one. Memory does not grow with the arrays. The caller owns the device, which must be open; `name` stands
/// in messages. Fails for what V2 cannot hold: scalars, dimensions of 0, bytes that do not match the shape.
Result<> writeParams(QIODevice &device, std::span<const TensorView> tensors, const QString &name);

} // namespace boxwright
