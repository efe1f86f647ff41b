// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/health_check.h"

namespace boxwright {

/// Kinds "box-outside", "zero-area", "tiny-box", "duplicate-box", "two-classes", and as a hint "extreme-shape".
QList<HealthFinding> checkBoxes(const Dataset &dataset, const HealthOptions &options);

/// "label-width" where the fullest image needs more than options.labelWidth; fills in what the report says of it.
QList<HealthFinding> checkLabelWidth(const Dataset &dataset, const HealthOptions &options, HealthReport &report);

} // namespace boxwright
