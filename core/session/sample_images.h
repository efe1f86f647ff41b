// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/training_snapshot.h"

namespace boxwright {

/// Up to `count` images to try a model on, spread over the data set: such with labels where there are any, else any
/// that can be read.
std::vector<TruthImage> imagesToTry(const ProjectSession &session, int count);

} // namespace boxwright
