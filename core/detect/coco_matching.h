// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/evaluation.h"
#include "core/detect/precision_curve.h"

#include <array>

namespace boxwright {

/// Areas in square pixels, both ends included.
struct AreaRange
{
    double smallest = 0;
    double largest = 1e10;
};

/// COCO's: small to 32 x 32, medium to 96 x 96, large.
enum class ObjectSize
{
    Small,
    Medium,
    Large
};
inline constexpr std::array<ObjectSize, 3> kObjectSizes{ObjectSize::Small, ObjectSize::Medium, ObjectSize::Large};
AreaRange areaRange(ObjectSize size);

struct CocoMatching
{
    double iouThreshold = 0.5;
    int mostDetections = 100; ///< of an image and class, by falling confidence
    AreaRange area{};         ///< truth outside is ignored, and so are detections outside that match nothing
};

/// pycocotools, COCOeval.evaluateImg: a detection takes the free truth box that it overlaps most, an ignored one only
/// where no other fits; a crowd may be taken many times.
ClassVerdicts matchAsCoco(const std::vector<EvaluatedImage> &images, int classIndex, const CocoMatching &matching);

} // namespace boxwright
