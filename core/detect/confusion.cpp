// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/confusion.h"

#include <algorithm>

namespace boxwright {

namespace {

struct Pair
{
    size_t truth = 0;
    size_t detection = 0;
    bool isSameClass = false;
    double overlap = 0;
};

/// One image: who belongs to whom.
class PairedImage
{
public:
    PairedImage(const EvaluatedImage &image, const std::vector<double> &confidences, double iouThreshold)
        : m_iouThreshold(iouThreshold)
    {
        for (const TruthBox &box : image.truth)
            (box.isIgnored() ? m_ignored : m_truth).push_back(&box);
        for (const Detection &detection : image.detections)
            if (detection.confidence >= confidences[static_cast<size_t>(detection.classIndex)])
                m_detections.push_back(&detection);
        m_truthOf.assign(m_detections.size(), nullptr);
        m_isFound.assign(m_truth.size(), false);
        pair();
    }

    void addTo(std::vector<std::vector<int>> &matrix) const
    {
        const size_t background = matrix.size() - 1;
        for (size_t i = 0; i < m_truth.size(); ++i)
            if (!m_isFound[i])
                ++matrix[static_cast<size_t>(m_truth[i]->classIndex)][background];
        for (size_t i = 0; i < m_detections.size(); ++i) {
            const auto column = static_cast<size_t>(m_detections[i]->classIndex);
            if (m_truthOf[i])
                ++matrix[static_cast<size_t>(m_truthOf[i]->classIndex)][column];
            else if (!hitsIgnored(*m_detections[i]))
                ++matrix[background][column];
        }
    }

private:
    void pair()
    {
        std::vector<Pair> pairs;
        for (size_t truth = 0; truth < m_truth.size(); ++truth) {
            for (size_t detection = 0; detection < m_detections.size(); ++detection) {
                const double overlap = intersectionOverUnion(m_truth[truth]->box, m_detections[detection]->box);
                const bool isSame = m_truth[truth]->classIndex == m_detections[detection]->classIndex;
                if (overlap >= m_iouThreshold)
                    pairs.push_back({truth, detection, isSame, overlap});
            }
        }
        std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) {
            return a.isSameClass != b.isSameClass ? a.isSameClass : a.overlap > b.overlap;
        });
        for (const Pair &pair : pairs) {
            if (m_isFound[pair.truth] || m_truthOf[pair.detection])
                continue;
            m_isFound[pair.truth] = true;
            m_truthOf[pair.detection] = m_truth[pair.truth];
        }
    }

    [[nodiscard]] bool hitsIgnored(const Detection &detection) const
    {
        return std::any_of(m_ignored.begin(), m_ignored.end(), [&](const TruthBox *box) {
            return intersectionOverUnion(box->box, detection.box) >= m_iouThreshold;
        });
    }

    double m_iouThreshold;
    std::vector<const TruthBox *> m_truth;
    std::vector<const TruthBox *> m_ignored;
    std::vector<const Detection *> m_detections;
    std::vector<const TruthBox *> m_truthOf; ///< of each detection; null for none
    std::vector<bool> m_isFound;             ///< of each truth box
};

} // namespace

std::vector<std::vector<int>> confusionMatrix(const std::vector<EvaluatedImage> &images,
                                              const std::vector<double> &confidences, double iouThreshold)
{
    const size_t size = confidences.size() + 1;
    std::vector<std::vector<int>> matrix(size, std::vector<int>(size, 0));
    for (const EvaluatedImage &image : images)
        PairedImage(image, confidences, iouThreshold).addTo(matrix);
    return matrix;
}

} // namespace boxwright
