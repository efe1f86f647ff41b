// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/weights/weight_arrays.h"

namespace boxwright {

/// Whether the bytes begin as a file of torch.save does: a zip archive (from torch 1.6 on) or the old stream of
/// pickles.
bool isTorchFile(QByteArrayView bytes);

/// Reads the tensors of such a file as data (see readPickle) under the names of its mapping; those of mappings and
/// modules inside get "inner." before their name, except behind "state_dict" and "model". What is not a tensor is left
/// out. Every tensor is checked to lie in its storage. The message of a failure does not name the file: the caller
/// knows it.
Result<WeightArrays> readTorchFile(QByteArrayView bytes);

} // namespace boxwright
