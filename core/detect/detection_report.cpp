// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detection_report.h"

#include "core/detect/confusion.h"
#include "core/detect/voc_matching.h"

#include <cmath>
#include <limits>

namespace boxwright {

namespace {

constexpr int kRecalls = 101;

OperatingPoint operatingPoint(double confidence, double precision, double recall)
{
    const double sum = precision + recall;
    return {confidence, precision, recall, sum > 0 ? 2 * precision * recall / sum : 0};
}

/// Points where all detections of one confidence are in: a threshold cannot tell them apart.
std::vector<OperatingPoint> pointsOf(const ClassVerdicts &matched)
{
    const PrecisionCurve curve = curveOf(matched);
    std::vector<OperatingPoint> points;
    bool isRise = false;
    for (size_t i = 0; i < matched.verdicts.size(); ++i) {
        const double confidence = matched.verdicts[i].confidence;
        isRise = isRise || matched.verdicts[i].isTrue;
        const bool isLastOfEqual = i + 1 == matched.verdicts.size() || matched.verdicts[i + 1].confidence < confidence;
        if (!isRise || !isLastOfEqual)
            continue;
        points.push_back(operatingPoint(confidence, curve.precision[i], curve.recall[i]));
        isRise = false;
    }
    return points;
}

SizeReport sizeReport(const std::vector<EvaluatedImage> &images, int classIndex, ObjectSize size, double iouThreshold)
{
    const ClassVerdicts matched =
        matchAsCoco(images, classIndex, {.iouThreshold = iouThreshold, .area = areaRange(size)});
    if (matched.truthCount == 0)
        return {0, std::numeric_limits<double>::quiet_NaN()};
    return {matched.truthCount, interpolatedPrecision(curveOf(matched), kRecalls)};
}

ClassReport classReport(const std::vector<EvaluatedImage> &images, int classIndex, double iouThreshold)
{
    const ClassVerdicts matched = matchAsVoc(images, classIndex, iouThreshold);
    ClassReport report;
    report.truth = matched.truthCount;
    report.detections = static_cast<int>(matched.verdicts.size());
    report.curve = pointsOf(matched);
    for (const OperatingPoint &point : report.curve) {
        if (point.f1 > report.best.f1)
            report.best = point;
    }
    for (size_t i = 0; i < kObjectSizes.size(); ++i)
        report.sizes[i] = sizeReport(images, classIndex, kObjectSizes[i], iouThreshold);
    return report;
}

/// All truth of a size, and the mean over classes that have some.
SizeReport overall(const std::vector<ClassReport> &classes, size_t size)
{
    SizeReport sum;
    int counted = 0;
    for (const ClassReport &report : classes) {
        if (report.sizes[size].truth == 0)
            continue;
        sum.truth += report.sizes[size].truth;
        sum.averagePrecision += report.sizes[size].averagePrecision;
        ++counted;
    }
    sum.averagePrecision = counted > 0 ? sum.averagePrecision / counted : std::numeric_limits<double>::quiet_NaN();
    return sum;
}

} // namespace

DetectionReport reportDetections(const std::vector<EvaluatedImage> &images, int classCount, double iouThreshold)
{
    DetectionReport report;
    std::vector<double> confidences;
    for (int classIndex = 0; classIndex < classCount; ++classIndex) {
        report.classes.push_back(classReport(images, classIndex, iouThreshold));
        confidences.push_back(report.classes.back().best.confidence);
    }
    for (size_t size = 0; size < kObjectSizes.size(); ++size)
        report.sizes[size] = overall(report.classes, size);
    report.confusion = confusionMatrix(images, confidences, iouThreshold);
    return report;
}

} // namespace boxwright
