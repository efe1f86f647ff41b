// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/evaluation.h"
#include "core/detect/precision_curve.h"

namespace boxwright {

/// VOC devkit, VOCevaldet.m: by falling confidence, a detection belongs to the truth box that it overlaps most, and is
/// right from `iouThreshold` on unless another one was before it. VOC knows no crowds: what no box claims and what lies
/// in a crowd by that share is passed over, as COCO does.
ClassVerdicts matchAsVoc(const std::vector<EvaluatedImage> &images, int classIndex, double iouThreshold);

} // namespace boxwright
