// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ssd/run_state.h"
#include "core/ssd/optimiser.h"

namespace boxwright::ssd {

/// Writes weights, buffers, the memory of the optimiser and state into one file, whole or not at all.
Result<> saveCheckpoint(const QString &file, const SsdNetworkImpl &network, const Optimiser &optimiser,
                        const RunState &state);

/// Fills network and optimiser; names what does not fit, and changes nothing then.
Result<RunState> loadCheckpoint(const QString &file, SsdNetworkImpl &network, Optimiser &optimiser);

} // namespace boxwright::ssd
