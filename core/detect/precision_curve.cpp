// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/precision_curve.h"

#include <algorithm>

namespace boxwright {

namespace {

void makeFalling(std::vector<double> &precision)
{
    for (size_t i = precision.size(); i-- > 1;)
        precision[i - 1] = std::max(precision[i - 1], precision[i]);
}

} // namespace

void sortByFallingConfidence(std::vector<Verdict> &verdicts)
{
    std::stable_sort(verdicts.begin(), verdicts.end(),
                     [](const Verdict &a, const Verdict &b) { return a.confidence > b.confidence; });
}

PrecisionCurve curveOf(const ClassVerdicts &matched)
{
    PrecisionCurve curve;
    int hits = 0;
    for (size_t i = 0; i < matched.verdicts.size(); ++i) {
        hits += matched.verdicts[i].isTrue ? 1 : 0;
        curve.recall.push_back(matched.truthCount > 0 ? static_cast<double>(hits) / matched.truthCount : 0);
        curve.precision.push_back(static_cast<double>(hits) / static_cast<double>(i + 1));
    }
    return curve;
}

double allPointsPrecision(PrecisionCurve curve)
{
    makeFalling(curve.precision);
    double area = 0;
    double recall = 0;
    for (size_t i = 0; i < curve.recall.size(); ++i) {
        area += (curve.recall[i] - recall) * curve.precision[i];
        recall = curve.recall[i];
    }
    return area;
}

double interpolatedPrecision(PrecisionCurve curve, int points)
{
    makeFalling(curve.precision);
    const double step = 1.0 / (points - 1);
    double sum = 0;
    for (int point = 0; point < points; ++point) {
        const double recall = point == points - 1 ? 1.0 : point * step; // rounded as numpy.linspace does
        const auto at = std::lower_bound(curve.recall.begin(), curve.recall.end(), recall);
        if (at != curve.recall.end())
            sum += curve.precision[at - curve.recall.begin()];
    }
    return sum / points;
}

} // namespace boxwright
