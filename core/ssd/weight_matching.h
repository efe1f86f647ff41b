// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/model_folder.h"
#include "core/ssd/safetensors.h"

#include <functional>

namespace boxwright::ssd {

/// Every parameter and buffer of a network under its name. The tensors are the network's own.
NamedTensors namedTensors(const SsdNetworkImpl &network);

/// Copies the tensors of a file into those of the network that have the same name and shape, whatever the element type.
/// `isWanted` tells which of the network's tensors the file should hold; the others are left alone.
WeightReport copyMatching(const SsdNetworkImpl &network, const NamedTensors &file,
                          const std::function<bool(const QString &)> &isWanted);

} // namespace boxwright::ssd
