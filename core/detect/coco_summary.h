// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/evaluation.h"

#include <utility>

namespace boxwright {

/// COCO's twelve numbers under its names (AP, AP50, AP75, APs, APm, APl, AR1, AR10, AR100, ARs, ARm, ARl), in its
/// order. AP is over IoU .50:.05:.95, AR the mean recall over these at 1, 10 and 100 detections an image; s, m and l
/// are sizes of truth boxes (32 x 32 and 96 x 96 pixels divide them). -1, as pycocotools, where no class has such
/// truth.
using CocoSummary = std::vector<std::pair<const char *, double>>;

CocoSummary summarizeAsCoco(const std::vector<EvaluatedImage> &images, int classCount);

/// AP of one class over the ten IoUs; NaN for a class without truth.
double cocoPrecision(const std::vector<EvaluatedImage> &images, int classIndex);

} // namespace boxwright
