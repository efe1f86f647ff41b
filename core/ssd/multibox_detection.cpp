// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/multibox_detection.h"

#include <algorithm>
#include <cmath>

namespace boxwright::ssd {

namespace {

float clipped(float value)
{
    return std::max(0.0F, std::min(1.0F, value));
}

/// SSD's box coder backwards: corners of the box that `offsets` make of `prior`.
void decode(const float *offsets, const float *prior, const DetectionOptions &options, DetectedBox &box)
{
    const float width = prior[2] - prior[0];
    const float height = prior[3] - prior[1];
    const float x = offsets[0] * options.variances[0] * width + (prior[0] + prior[2]) / 2;
    const float y = offsets[1] * options.variances[1] * height + (prior[1] + prior[3]) / 2;
    const float halfWidth = std::exp(offsets[2] * options.variances[2]) * width / 2;
    const float halfHeight = std::exp(offsets[3] * options.variances[3]) * height / 2;
    box.xmin = x - halfWidth;
    box.ymin = y - halfHeight;
    box.xmax = x + halfWidth;
    box.ymax = y + halfHeight;
    if (!options.clip)
        return;
    for (float *corner : {&box.xmin, &box.ymin, &box.xmax, &box.ymax})
        *corner = clipped(*corner);
}

/// Boxes of the priors whose best class, background apart, reaches the threshold; in the order of priors.
std::vector<DetectedBox> candidates(const torch::Tensor &probabilities, const torch::Tensor &offsets,
                                    const torch::Tensor &priors, const DetectionOptions &options)
{
    const int64_t count = probabilities.size(0);
    const int64_t classes = probabilities.size(1);
    const float *probability = probabilities.data_ptr<float>();
    std::vector<DetectedBox> boxes;
    for (int64_t j = 0; j < count; ++j, probability += classes) {
        int best = 0;
        float score = -1;
        for (int c = 1; c < int(classes); ++c) {
            if (probability[c] > score) {
                score = probability[c];
                best = c;
            }
        }
        if (best == 0 || score < options.threshold)
            continue;
        DetectedBox box;
        box.classIndex = best - 1;
        box.score = score;
        decode(offsets.data_ptr<float>() + j * 4, priors.data_ptr<float>() + j * 4, options, box);
        boxes.push_back(box);
    }
    return boxes;
}

float overlap(const DetectedBox &a, const DetectedBox &b)
{
    const float width = std::max(0.0F, std::min(a.xmax, b.xmax) - std::max(a.xmin, b.xmin));
    const float height = std::max(0.0F, std::min(a.ymax, b.ymax) - std::max(a.ymin, b.ymin));
    const float common = width * height;
    const float either = (a.xmax - a.xmin) * (a.ymax - a.ymin) + (b.xmax - b.xmin) * (b.ymax - b.ymin) - common;
    return either <= 0 ? 0 : common / either;
}

/// Greedy: a box goes where one above it, of the same class unless forced, overlaps by the threshold or more.
std::vector<DetectedBox> suppress(const std::vector<DetectedBox> &sorted, const DetectionOptions &options)
{
    std::vector<DetectedBox> kept;
    for (const DetectedBox &box : sorted) {
        const bool isSuppressed = std::any_of(kept.begin(), kept.end(), [&](const DetectedBox &above) {
            return (options.forceSuppress || above.classIndex == box.classIndex) &&
                   overlap(above, box) >= options.nmsThreshold;
        });
        if (!isSuppressed)
            kept.push_back(box);
    }
    return kept;
}

} // namespace

std::vector<DetectedBox> detectBoxes(const torch::Tensor &classProbabilities, const torch::Tensor &boxOffsets,
                                     const torch::Tensor &priors, const DetectionOptions &options)
{
    std::vector<DetectedBox> boxes =
        candidates(classProbabilities.contiguous(), boxOffsets.contiguous(), priors.contiguous(), options);
    const bool isSuppressing = options.nmsThreshold > 0 && options.nmsThreshold <= 1;
    if (isSuppressing) {
        std::stable_sort(boxes.begin(), boxes.end(),
                         [](const DetectedBox &a, const DetectedBox &b) { return a.score > b.score; });
        if (options.nmsTopk > 0 && boxes.size() > size_t(options.nmsTopk))
            boxes.resize(size_t(options.nmsTopk));
    }
    for (size_t row = 0; row < boxes.size(); ++row)
        boxes[row].row = int(row);
    return isSuppressing ? suppress(boxes, options) : boxes;
}

} // namespace boxwright::ssd
