// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/params_file.h"
#include "core/ssd/safetensors.h"

namespace boxwright::ssd {

/// The arrays of a params file as tensors, under the names that the networks use: "arg:" and "aux:" are taken off. Each
/// owns a copy of its numbers, of the file's element type (unsigned types of more than a byte, which no weights have,
/// are refused). Arrays that were never filled are left out. Copy them into a network with copyMatching().
Result<NamedTensors> mxnetTensors(const ParamsFile &file, const QString &fileName);

} // namespace boxwright::ssd
