// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/coco_matching.h"

#include <algorithm>

namespace boxwright {

namespace {

bool isOutside(const Box &box, const AreaRange &range)
{
    return box.area() < range.smallest || box.area() > range.largest;
}

/// One image and class.
class CocoImage
{
public:
    CocoImage(const EvaluatedImage &image, int classIndex, const CocoMatching &matching)
        : m_matching(matching)
    {
        for (const TruthBox &box : image.truth) {
            if (box.classIndex != classIndex)
                continue;
            const bool isIgnored = box.isIgnored() || isOutside(box.box, matching.area);
            m_truth.push_back({&box, isIgnored, false});
            m_counted += isIgnored ? 0 : 1;
        }
        std::stable_partition(m_truth.begin(), m_truth.end(), [](const Entry &entry) { return !entry.isIgnored; });
    }

    [[nodiscard]] int counted() const { return m_counted; }

    void judge(const Detection &detection, std::vector<Verdict> &verdicts)
    {
        Entry *match = matchOf(detection.box);
        if (match)
            match->isTaken = true;
        const bool isIgnored = match ? match->isIgnored : isOutside(detection.box, m_matching.area);
        if (!isIgnored)
            verdicts.push_back({detection.confidence, match != nullptr});
    }

private:
    struct Entry
    {
        const TruthBox *truth;
        bool isIgnored;
        bool isTaken;
    };

    Entry *matchOf(const Box &box)
    {
        Entry *match = nullptr;
        double overlap = std::min(m_matching.iouThreshold, 1 - 1e-10);
        for (Entry &entry : m_truth) {
            if (entry.isTaken && !entry.truth->isCrowd)
                continue;
            if (match && !match->isIgnored && entry.isIgnored)
                break;
            const double iou = overlapOf(*entry.truth, box);
            if (iou >= overlap) {
                overlap = iou;
                match = &entry;
            }
        }
        return match;
    }

    const CocoMatching &m_matching;
    std::vector<Entry> m_truth; ///< ignored ones last
    int m_counted = 0;
};

} // namespace

AreaRange areaRange(ObjectSize size)
{
    constexpr double kSmall = 32.0 * 32.0;
    constexpr double kMedium = 96.0 * 96.0;
    switch (size) {
    case ObjectSize::Small:
        return {0, kSmall};
    case ObjectSize::Medium:
        return {kSmall, kMedium};
    case ObjectSize::Large:
        break;
    }
    return {kMedium, 1e10};
}

ClassVerdicts matchAsCoco(const std::vector<EvaluatedImage> &images, int classIndex, const CocoMatching &matching)
{
    ClassVerdicts matched;
    for (const EvaluatedImage &image : images) {
        CocoImage judged(image, classIndex, matching);
        matched.truthCount += judged.counted();
        std::vector<const Detection *> detections = detectionsOf(image, classIndex);
        detections.resize(std::min(detections.size(), static_cast<size_t>(matching.mostDetections)));
        for (const Detection *detection : detections)
            judged.judge(*detection, matched.verdicts);
    }
    sortByFallingConfidence(matched.verdicts);
    return matched;
}

} // namespace boxwright
