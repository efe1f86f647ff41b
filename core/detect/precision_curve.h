// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace boxwright {

/// One detection after matching.
struct Verdict
{
    double confidence = 0;
    bool isTrue = false;
};

/// What matching says of one class: ignored detections are not in it.
struct ClassVerdicts
{
    std::vector<Verdict> verdicts; ///< by falling confidence
    int truthCount = 0;            ///< without difficult and crowd boxes
};

/// Precision and recall after each detection.
struct PrecisionCurve
{
    std::vector<double> recall;
    std::vector<double> precision;
};

/// Equal confidences keep their order.
void sortByFallingConfidence(std::vector<Verdict> &verdicts);

/// A class without truth has recall 0 throughout.
PrecisionCurve curveOf(const ClassVerdicts &matched);

/// Area under the curve after each precision became the best at its recall or a higher one.
double allPointsPrecision(PrecisionCurve curve);

/// Mean of the best precision at `points` recalls, evenly from 0 to 1: 11 in VOC 2007, 101 in COCO.
double interpolatedPrecision(PrecisionCurve curve, int points);

} // namespace boxwright
