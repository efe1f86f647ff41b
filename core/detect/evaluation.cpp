// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/evaluation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace boxwright {

namespace {

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
struct Curve
{
    std::vector<double> recall;
    std::vector<double> precision;
};

bool isIgnored(const TruthBox &truth)
{
    return truth.isDifficult || truth.isCrowd;
}

int countTruth(const std::vector<EvaluatedImage> &images, int classIndex)
{
    int count = 0;
    for (const EvaluatedImage &image : images) {
        count += static_cast<int>(std::count_if(image.truth.begin(), image.truth.end(), [&](const TruthBox &truth) {
            return truth.classIndex == classIndex && !isIgnored(truth);
        }));
    }
    return count;
}

void sortByFallingConfidence(std::vector<Verdict> &verdicts)
{
    std::stable_sort(verdicts.begin(), verdicts.end(),
                     [](const Verdict &a, const Verdict &b) { return a.confidence > b.confidence; });
}

Curve curveOf(const ClassVerdicts &matched)
{
    Curve curve;
    int hits = 0;
    for (size_t i = 0; i < matched.verdicts.size(); ++i) {
        hits += matched.verdicts[i].isTrue ? 1 : 0;
        curve.recall.push_back(static_cast<double>(hits) / matched.truthCount);
        curve.precision.push_back(static_cast<double>(hits) / static_cast<double>(i + 1));
    }
    return curve;
}

/// Each precision becomes the best at its recall or a higher one.
void makeFalling(std::vector<double> &precision)
{
    for (size_t i = precision.size(); i-- > 1;)
        precision[i - 1] = std::max(precision[i - 1], precision[i]);
}

double allPointsPrecision(Curve curve)
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

/// Mean of the best precision at `points` recalls, evenly from 0 to 1: 11 in VOC 2007, 101 in COCO.
double interpolatedPrecision(Curve curve, int points)
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

/// For a crowd, the part of the detection that lies in it.
double overlapOf(const TruthBox &truth, const Box &box)
{
    if (!truth.isCrowd)
        return intersectionOverUnion(truth.box, box);
    const Box common{std::max(truth.box.left, box.left), std::max(truth.box.top, box.top),
                     std::min(truth.box.right, box.right), std::min(truth.box.bottom, box.bottom)};
    return box.isEmpty() || common.isEmpty() ? 0 : common.area() / box.area();
}

/// VOC devkit, VOCevaldet.m: a detection belongs to the truth box that it overlaps most. VOC knows no crowds: what no
/// box claims and what lies in a crowd by that share is passed over, as COCO does.
class VocMatcher
{
public:
    explicit VocMatcher(double iouThreshold)
        : m_iouThreshold(iouThreshold)
    {
    }

    [[nodiscard]] ClassVerdicts match(const std::vector<EvaluatedImage> &images, int classIndex) const
    {
        ClassVerdicts matched{{}, countTruth(images, classIndex)};
        for (const EvaluatedImage &image : images)
            matchImage(image, classIndex, matched.verdicts);
        sortByFallingConfidence(matched.verdicts);
        return matched;
    }

private:
    void matchImage(const EvaluatedImage &image, int classIndex, std::vector<Verdict> &verdicts) const
    {
        std::vector<const Detection *> detections;
        for (const Detection &detection : image.detections) {
            if (detection.classIndex == classIndex)
                detections.push_back(&detection);
        }
        std::stable_sort(detections.begin(), detections.end(),
                         [](const Detection *a, const Detection *b) { return a->confidence > b->confidence; });
        std::vector<bool> isTaken(image.truth.size(), false);
        for (const Detection *detection : detections) {
            const auto [best, overlap] = bestTruth(image, *detection);
            if (overlap < m_iouThreshold || best < 0) {
                if (!isInCrowd(image, *detection))
                    verdicts.push_back({detection->confidence, false});
                continue;
            }
            if (isIgnored(image.truth[best]))
                continue;
            verdicts.push_back({detection->confidence, !isTaken[best]});
            isTaken[best] = true;
        }
    }

    static std::pair<int, double> bestTruth(const EvaluatedImage &image, const Detection &detection)
    {
        int best = -1;
        double overlap = 0;
        for (size_t i = 0; i < image.truth.size(); ++i) {
            if (image.truth[i].classIndex != detection.classIndex)
                continue;
            const double iou = intersectionOverUnion(image.truth[i].box, detection.box);
            if (iou > overlap) {
                overlap = iou;
                best = static_cast<int>(i);
            }
        }
        return {best, overlap};
    }

    [[nodiscard]] bool isInCrowd(const EvaluatedImage &image, const Detection &detection) const
    {
        return std::any_of(image.truth.begin(), image.truth.end(), [&](const TruthBox &truth) {
            return truth.isCrowd && truth.classIndex == detection.classIndex &&
                   overlapOf(truth, detection.box) >= m_iouThreshold;
        });
    }

    double m_iouThreshold;
};

/// pycocotools, COCOeval.evaluateImg and accumulate, for all areas and 100 detections an image.
class CocoMatcher
{
public:
    explicit CocoMatcher(double iouThreshold)
        : m_iouThreshold(std::min(iouThreshold, 1 - 1e-10))
    {
    }

    [[nodiscard]] ClassVerdicts match(const std::vector<EvaluatedImage> &images, int classIndex) const
    {
        ClassVerdicts matched{{}, countTruth(images, classIndex)};
        for (const EvaluatedImage &image : images)
            matchImage(image, classIndex, matched.verdicts);
        sortByFallingConfidence(matched.verdicts);
        return matched;
    }

private:
    static constexpr size_t kMostDetections = 100;

    void matchImage(const EvaluatedImage &image, int classIndex, std::vector<Verdict> &verdicts) const
    {
        std::vector<const TruthBox *> truth; // ignored ones last
        for (const bool wantIgnored : {false, true}) {
            for (const TruthBox &box : image.truth) {
                if (box.classIndex == classIndex && isIgnored(box) == wantIgnored)
                    truth.push_back(&box);
            }
        }
        std::vector<const Detection *> detections;
        for (const Detection &detection : image.detections) {
            if (detection.classIndex == classIndex)
                detections.push_back(&detection);
        }
        std::stable_sort(detections.begin(), detections.end(),
                         [](const Detection *a, const Detection *b) { return a->confidence > b->confidence; });
        detections.resize(std::min(detections.size(), kMostDetections));
        std::vector<bool> isTaken(truth.size(), false);
        for (const Detection *detection : detections) {
            const int index = matchOf(truth, isTaken, detection->box);
            if (index >= 0 && isIgnored(*truth[index])) {
                isTaken[index] = true;
                continue;
            }
            if (index >= 0)
                isTaken[index] = true;
            verdicts.push_back({detection->confidence, index >= 0});
        }
    }

    /// The free truth box with the largest overlap, an ignored one only where no other fits; -1 for none.
    [[nodiscard]] int matchOf(const std::vector<const TruthBox *> &truth, const std::vector<bool> &isTaken,
                              const Box &box) const
    {
        int match = -1;
        double overlap = m_iouThreshold;
        for (size_t i = 0; i < truth.size(); ++i) {
            if (isTaken[i] && !truth[i]->isCrowd)
                continue;
            if (match >= 0 && !isIgnored(*truth[match]) && isIgnored(*truth[i]))
                break;
            const double iou = overlapOf(*truth[i], box);
            if (iou >= overlap) {
                overlap = iou;
                match = static_cast<int>(i);
            }
        }
        return match;
    }

    double m_iouThreshold;
};

double cocoPrecision(const std::vector<EvaluatedImage> &images, int classIndex)
{
    constexpr int kThresholds = 10; // .50 : .05 : .95
    constexpr int kRecalls = 101;
    double sum = 0;
    for (int i = 0; i < kThresholds; ++i) {
        const ClassVerdicts matched = CocoMatcher(0.5 + 0.05 * i).match(images, classIndex);
        sum += interpolatedPrecision(curveOf(matched), kRecalls);
    }
    return sum / kThresholds;
}

double vocPrecision(const ClassVerdicts &matched, Metric metric)
{
    constexpr int kRecalls = 11;
    const Curve curve = curveOf(matched);
    return metric == Metric::Voc07 ? interpolatedPrecision(curve, kRecalls) : allPointsPrecision(curve);
}

} // namespace

EvaluationResult evaluateDetections(const std::vector<EvaluatedImage> &images, int classCount, Metric metric,
                                    double iouThreshold)
{
    EvaluationResult result;
    double sum = 0;
    int counted = 0;
    for (int classIndex = 0; classIndex < classCount; ++classIndex) {
        if (countTruth(images, classIndex) == 0) {
            result.averagePrecision.push_back(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        const double precision = metric == Metric::Coco
                                     ? cocoPrecision(images, classIndex)
                                     : vocPrecision(VocMatcher(iouThreshold).match(images, classIndex), metric);
        result.averagePrecision.push_back(precision);
        sum += precision;
        ++counted;
    }
    result.map = counted > 0 ? sum / counted : 0;
    return result;
}

} // namespace boxwright
