// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detection.h"
#include "core/ssd/multibox_detection.h"

#include <QSize>

namespace boxwright::ssd {

/// In pixels of the image, inside it. Boxes without area have no place in an image and are left out.
std::vector<Detection> pixelDetections(const std::vector<DetectedBox> &boxes, QSize size);

} // namespace boxwright::ssd
