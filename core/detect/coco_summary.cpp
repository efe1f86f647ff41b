// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/coco_summary.h"

#include "core/detect/coco_matching.h"

#include <cmath>
#include <limits>

namespace boxwright {

namespace {

constexpr int kRecalls = 101;

/// .50 : .05 : .95
std::vector<double> allThresholds()
{
    std::vector<double> thresholds;
    for (int i = 0; i < 10; ++i)
        thresholds.push_back(0.5 + 0.05 * i);
    return thresholds;
}

/// Precision and recall of one class at one IoU; NaN without truth.
struct Scores
{
    double precision = std::numeric_limits<double>::quiet_NaN();
    double recall = std::numeric_limits<double>::quiet_NaN();
};

Scores scoresOf(const ClassVerdicts &matched)
{
    if (matched.truthCount == 0)
        return {};
    const PrecisionCurve curve = curveOf(matched);
    return {interpolatedPrecision(curve, kRecalls), curve.recall.empty() ? 0 : curve.recall.back()};
}

/// The mean over classes with truth and over `thresholds`; -1 for none.
Scores meanScores(const std::vector<EvaluatedImage> &images, int classCount, const std::vector<double> &thresholds,
                  CocoMatching matching)
{
    Scores sum{0, 0};
    int counted = 0;
    for (int classIndex = 0; classIndex < classCount; ++classIndex) {
        for (const double threshold : thresholds) {
            matching.iouThreshold = threshold;
            const Scores scores = scoresOf(matchAsCoco(images, classIndex, matching));
            if (std::isnan(scores.precision))
                continue;
            sum.precision += scores.precision;
            sum.recall += scores.recall;
            ++counted;
        }
    }
    return counted > 0 ? Scores{sum.precision / counted, sum.recall / counted} : Scores{-1, -1};
}

} // namespace

CocoSummary summarizeAsCoco(const std::vector<EvaluatedImage> &images, int classCount)
{
    const auto all = allThresholds();
    const auto mean = [&](const std::vector<double> &thresholds, const CocoMatching &matching) {
        return meanScores(images, classCount, thresholds, matching);
    };
    const auto ofSize = [&](ObjectSize size) { return mean(all, {.area = areaRange(size)}); };
    const Scores whole = mean(all, {});
    const Scores small = ofSize(ObjectSize::Small);
    const Scores medium = ofSize(ObjectSize::Medium);
    const Scores large = ofSize(ObjectSize::Large);
    return {{"AP", whole.precision},
            {"AP50", mean({all[0]}, {}).precision},
            {"AP75", mean({all[5]}, {}).precision},
            {"APs", small.precision},
            {"APm", medium.precision},
            {"APl", large.precision},
            {"AR1", mean(all, {.mostDetections = 1}).recall},
            {"AR10", mean(all, {.mostDetections = 10}).recall},
            {"AR100", whole.recall},
            {"ARs", small.recall},
            {"ARm", medium.recall},
            {"ARl", large.recall}};
}

double cocoPrecision(const std::vector<EvaluatedImage> &images, int classIndex)
{
    double sum = 0;
    const auto thresholds = allThresholds();
    for (const double threshold : thresholds)
        sum += scoresOf(matchAsCoco(images, classIndex, {.iouThreshold = threshold})).precision;
    return sum / static_cast<double>(thresholds.size());
}

} // namespace boxwright
