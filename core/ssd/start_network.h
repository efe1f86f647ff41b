// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training.h"
#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// The network that a training begins with, and word to the observer of what it starts from: random weights by the
/// seed, ImageNet weights of a file, or an earlier model. An earlier model must have the same base network and number
/// of classes, and layers of the same shapes at this image_shape; with request.backboneOnly only the base network must
/// agree. A resumed run gets a network to be filled from its checkpoint.
Result<std::shared_ptr<SsdNetworkImpl>> makeStartNetwork(const TrainingRequest &request,
                                                         const TrainingObserver &observer);

} // namespace boxwright::ssd
