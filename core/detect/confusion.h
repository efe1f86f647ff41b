// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/evaluation.h"

namespace boxwright {

/// Which class was taken for which: rows truth, columns found, background last in both. Counts detections of at least
/// the confidence of their class (`confidences`, one for each class). A box takes a detection of its own class first,
/// then the free one that it overlaps most, both from `iouThreshold` on; a detection that only overlaps an ignored box
/// is left out; what remains was background.
std::vector<std::vector<int>> confusionMatrix(const std::vector<EvaluatedImage> &images,
                                              const std::vector<double> &confidences, double iouThreshold);

} // namespace boxwright
