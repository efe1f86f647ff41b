// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/voc_matching.h"

#include <algorithm>

namespace boxwright {

namespace {

/// Index and overlap of the truth box that a detection overlaps most; -1 for none.
std::pair<int, double> bestTruth(const EvaluatedImage &image, const Detection &detection)
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

bool isInCrowd(const EvaluatedImage &image, const Detection &detection, double iouThreshold)
{
    return std::any_of(image.truth.begin(), image.truth.end(), [&](const TruthBox &truth) {
        return truth.isCrowd && truth.classIndex == detection.classIndex &&
               overlapOf(truth, detection.box) >= iouThreshold;
    });
}

void matchImage(const EvaluatedImage &image, int classIndex, double iouThreshold, std::vector<Verdict> &verdicts)
{
    std::vector<bool> isTaken(image.truth.size(), false);
    for (const Detection *detection : detectionsOf(image, classIndex)) {
        const auto [best, overlap] = bestTruth(image, *detection);
        if (overlap < iouThreshold || best < 0) {
            if (!isInCrowd(image, *detection, iouThreshold))
                verdicts.push_back({detection->confidence, false});
            continue;
        }
        if (image.truth[best].isIgnored())
            continue;
        verdicts.push_back({detection->confidence, !isTaken[best]});
        isTaken[best] = true;
    }
}

} // namespace

ClassVerdicts matchAsVoc(const std::vector<EvaluatedImage> &images, int classIndex, double iouThreshold)
{
    ClassVerdicts matched{{}, countTruth(images, classIndex)};
    for (const EvaluatedImage &image : images)
        matchImage(image, classIndex, iouThreshold, matched.verdicts);
    sortByFallingConfidence(matched.verdicts);
    return matched;
}

} // namespace boxwright
