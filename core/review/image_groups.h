// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/split_plan.h"

namespace boxwright {

/// Places of all images of the data set in groups that stay together, single images as groups of one; in the order of
/// their first images.
Result<QList<QList<qsizetype>>> imageGroups(const Dataset &dataset, const SplitRequest &request);

} // namespace boxwright
