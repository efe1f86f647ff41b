// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/evaluation.h"

#include "core/detect/coco_summary.h"
#include "core/detect/mxnet_metric.h"
#include "core/detect/precision_curve.h"
#include "core/detect/voc_matching.h"

#include <algorithm>
#include <limits>

namespace boxwright {

namespace {

double precisionOf(const std::vector<EvaluatedImage> &images, int classIndex, Metric metric, double iouThreshold)
{
    constexpr int kRecalls = 11;
    if (metric == Metric::Coco)
        return cocoPrecision(images, classIndex);
    const PrecisionCurve curve = curveOf(matchAsVoc(images, classIndex, iouThreshold));
    return metric == Metric::Voc07 ? interpolatedPrecision(curve, kRecalls) : allPointsPrecision(curve);
}

} // namespace

EvaluationResult evaluateDetections(const std::vector<EvaluatedImage> &images, int classCount, Metric metric,
                                    double iouThreshold)
{
    if (metric == Metric::Mxnet || metric == Metric::Mxnet07)
        return evaluateAsMxnet(images, classCount,
                               {.iouThreshold = iouThreshold, .is11Points = metric == Metric::Mxnet07});
    EvaluationResult result;
    double sum = 0;
    int counted = 0;
    for (int classIndex = 0; classIndex < classCount; ++classIndex) {
        if (countTruth(images, classIndex) == 0) {
            result.averagePrecision.push_back(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        result.averagePrecision.push_back(precisionOf(images, classIndex, metric, iouThreshold));
        sum += result.averagePrecision.back();
        ++counted;
    }
    result.map = counted > 0 ? sum / counted : 0;
    return result;
}

double overlapOf(const TruthBox &truth, const Box &box)
{
    if (!truth.isCrowd)
        return intersectionOverUnion(truth.box, box);
    const Box common{std::max(truth.box.left, box.left), std::max(truth.box.top, box.top),
                     std::min(truth.box.right, box.right), std::min(truth.box.bottom, box.bottom)};
    return box.isEmpty() || common.isEmpty() ? 0 : common.area() / box.area();
}

int countTruth(const std::vector<EvaluatedImage> &images, int classIndex)
{
    int count = 0;
    for (const EvaluatedImage &image : images) {
        count += static_cast<int>(std::count_if(image.truth.begin(), image.truth.end(), [&](const TruthBox &truth) {
            return truth.classIndex == classIndex && !truth.isIgnored();
        }));
    }
    return count;
}

std::vector<const Detection *> detectionsOf(const EvaluatedImage &image, int classIndex)
{
    std::vector<const Detection *> detections;
    for (const Detection &detection : image.detections) {
        if (detection.classIndex == classIndex)
            detections.push_back(&detection);
    }
    std::stable_sort(detections.begin(), detections.end(),
                     [](const Detection *a, const Detection *b) { return a->confidence > b->confidence; });
    return detections;
}

} // namespace boxwright
