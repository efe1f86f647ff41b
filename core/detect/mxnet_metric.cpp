// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/mxnet_metric.h"

#include "core/detect/precision_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace boxwright {

namespace {

/// One class of one image.
class ClassOfImage
{
public:
    ClassOfImage(const EvaluatedImage &image, int classIndex, const MxnetMetricOptions &options)
        : m_options(options)
    {
        for (const TruthBox &box : image.truth)
            if (box.classIndex == classIndex && !box.isCrowd)
                m_truth.push_back(&box);
        for (const Detection &detection : image.detections)
            if (detection.classIndex == classIndex)
                m_detections.push_back(&detection);
    }

    /// False where it leaves no trace.
    bool addTo(ClassVerdicts &record) const
    {
        if (m_detections.empty()) {
            record.truthCount += static_cast<int>(m_truth.size());
            return !m_truth.empty();
        }
        const std::vector<Verdict> verdicts = judge();
        if (verdicts.empty())
            return false;
        record.verdicts.insert(record.verdicts.end(), verdicts.begin(), verdicts.end());
        record.truthCount += static_cast<int>(
            std::count_if(m_truth.begin(), m_truth.end(), [this](const TruthBox *box) { return !isPassedOver(*box); }));
        return true;
    }

private:
    [[nodiscard]] bool isPassedOver(const TruthBox &box) const { return box.isDifficult && !m_options.usesDifficult; }

    [[nodiscard]] std::vector<Verdict> judge() const
    {
        std::vector<Verdict> verdicts;
        std::vector<bool> isFound(m_truth.size(), false);
        for (const Detection *detection : m_detections) {
            size_t best = 0; // the first of the largest, as numpy.argmax
            double overlap = -1;
            for (size_t i = 0; i < m_truth.size(); ++i) {
                const double iou = intersectionOverUnion(m_truth[i]->box, detection->box);
                if (iou > overlap) {
                    overlap = iou;
                    best = i;
                }
            }
            const bool isHit = overlap > m_options.iouThreshold;
            if (isHit && isPassedOver(*m_truth[best]))
                continue;
            verdicts.push_back({detection->confidence, isHit && !isFound[best]});
            if (isHit)
                isFound[best] = true;
        }
        return verdicts;
    }

    const MxnetMetricOptions &m_options;
    std::vector<const TruthBox *> m_truth;
    std::vector<const Detection *> m_detections;
};

/// Recall at least t for t = 0, 0.1 .. 1 as numpy.arange(0, 1.1, 0.1) has them, summed as p / 11.
double elevenPoints(const PrecisionCurve &curve)
{
    constexpr int kPoints = 11;
    double sum = 0;
    for (int point = 0; point < kPoints; ++point) {
        double best = 0;
        for (size_t i = 0; i < curve.recall.size(); ++i) {
            if (curve.recall[i] >= point * 0.1)
                best = std::max(best, curve.precision[i]);
        }
        sum += best / kPoints;
    }
    return sum;
}

double precisionOf(ClassVerdicts record, const MxnetMetricOptions &options)
{
    // argsort()[::-1]: of equal confidences the later one stands first.
    std::reverse(record.verdicts.begin(), record.verdicts.end());
    sortByFallingConfidence(record.verdicts);
    const PrecisionCurve curve = curveOf(record);
    return options.is11Points ? elevenPoints(curve) : allPointsPrecision(curve);
}

} // namespace

EvaluationResult evaluateAsMxnet(const std::vector<EvaluatedImage> &images, int classCount,
                                 const MxnetMetricOptions &options)
{
    EvaluationResult result;
    double sum = 0;
    int counted = 0;
    for (int classIndex = 0; classIndex < classCount; ++classIndex) {
        ClassVerdicts record;
        bool isSeen = false;
        for (const EvaluatedImage &image : images)
            isSeen = ClassOfImage(image, classIndex, options).addTo(record) || isSeen;
        if (!isSeen) {
            result.averagePrecision.push_back(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        result.averagePrecision.push_back(precisionOf(std::move(record), options));
        sum += result.averagePrecision.back();
        ++counted;
    }
    result.map = counted > 0 ? sum / counted : std::numeric_limits<double>::quiet_NaN();
    return result;
}

} // namespace boxwright
