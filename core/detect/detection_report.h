// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/coco_matching.h"

namespace boxwright {

/// The lowest confidence that counts as found, and how good a class is then.
struct OperatingPoint
{
    double confidence = 1; ///< above every detection where nothing is found
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

/// How well objects of one size are found.
struct SizeReport
{
    int truth = 0;
    double averagePrecision = 0; ///< NaN without truth
};

struct ClassReport
{
    int truth = 0;
    int detections = 0;                ///< of any confidence, ignored ones left out
    OperatingPoint best;               ///< of the largest F1; of equal ones that of the highest confidence
    std::vector<OperatingPoint> curve; ///< at every right detection, by falling confidence
    std::array<SizeReport, kObjectSizes.size()> sizes; ///< in the order of kObjectSizes
};

/// What one number of a model does not tell. Boxes overlap where their IoU is at least the threshold.
struct DetectionReport
{
    std::vector<ClassReport> classes;
    std::array<SizeReport, kObjectSizes.size()> sizes; ///< all classes: sum and mean
    /// Rows truth, columns found, background last in both, at each class's best confidence. A box takes a detection of
    /// its own class first, then the one that it overlaps most; what remains belongs to the background.
    std::vector<std::vector<int>> confusion;
};

DetectionReport reportDetections(const std::vector<EvaluatedImage> &images, int classCount, double iouThreshold);

} // namespace boxwright
