// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detection.h"

#include <QMap>
#include <QStringList>

#include <vector>

namespace boxwright {

struct TruthBox
{
    int classIndex = 0;
    Box box;
    bool isDifficult = false; ///< neither counted nor punished (VOC)
    bool isCrowd = false;     ///< COCO: a region that may be matched many times and counts for nothing

    [[nodiscard]] bool isIgnored() const { return isDifficult || isCrowd; }
};

/// One image's truth and detections.
struct EvaluatedImage
{
    std::vector<TruthBox> truth;
    std::vector<Detection> detections;
};

enum class Metric
{
    Voc,     ///< area under the precision-recall curve with all points (VOC 2010 on)
    Voc07,   ///< mean precision at 11 recalls (VOC 2007)
    Coco,    ///< mean over IoU .50:.05:.95 of the 101-point average precision
    Mxnet,   ///< MApMetric of mxnet-ssd, quirks included (see mxnet_metric.h)
    Mxnet07, ///< its VOC07MApMetric
};

struct EvaluationResult
{
    double map = 0;
    std::vector<double> averagePrecision; ///< of each class; NaN for a class without truth, which the mean leaves out
};

/// `classCount` classes; matching as the metric's own reference code does it: VOC with IoU >= threshold, best truth per
/// detection by falling confidence, duplicates are false; COCO as pycocotools; MXNet with IoU > threshold.
/// `iouThreshold` is not used by Metric::Coco.
EvaluationResult evaluateDetections(const std::vector<EvaluatedImage> &images, int classCount, Metric metric,
                                    double iouThreshold = 0.5);

/// Intersection over union; for a crowd, the part of `box` that lies in it (pycocotools).
double overlapOf(const TruthBox &truth, const Box &box);

/// Boxes of a class that count: neither difficult nor crowds.
int countTruth(const std::vector<EvaluatedImage> &images, int classIndex);

/// Detections of a class, by falling confidence; equal ones keep their order.
std::vector<const Detection *> detectionsOf(const EvaluatedImage &image, int classIndex);

} // namespace boxwright
