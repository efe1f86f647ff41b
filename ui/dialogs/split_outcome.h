// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/split_plan.h"

#include <QString>

namespace boxwright {

/// What a plan comes to, one line for the images and one for each of the first classes.
QString splitOutcomeText(const SplitPlan &plan, const Dataset &dataset);

} // namespace boxwright
