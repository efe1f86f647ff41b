// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/evaluation.h"

namespace boxwright {

struct MxnetMetricOptions
{
    double iouThreshold = 0.5; ///< a detection is right above it, not at it
    bool usesDifficult = false;
    bool is11Points = false; ///< VOC07MApMetric instead of MApMetric
};

/// The mAP that mxnet-ssd, and presumably SageMaker, reports (facts 2.9), with its quirks: detections of an image are
/// matched in the order in which they stand; those that hit a difficult box are dropped, and if nothing else of the
/// class was found in the image, its boxes of the class are not counted; where nothing of a class was found in an
/// image, its difficult boxes count too; a class with detections and no truth has 0 and counts in the mean. NaN for a
/// class that was never seen, and for the mean of none.
EvaluationResult evaluateAsMxnet(const std::vector<EvaluatedImage> &images, int classCount,
                                 const MxnetMetricOptions &options);

} // namespace boxwright
