// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// Sizes and ratios of SSD's six maps (300) as mxnet-ssd computes them (facts 2.2), the second size in single
/// precision: 4, 6, 6, 6, 4, 4 priors per cell. Steps are automatic.
std::vector<PriorSpec> sixMapPriors();

/// The same for seven maps (512), the first of which has stride 8: 4, 6, 6, 6, 6, 4, 4.
std::vector<PriorSpec> sevenMapPriors();

/// Priors per cell.
int priorsPerCell(const PriorSpec &spec);

} // namespace boxwright::ssd
