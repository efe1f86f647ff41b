// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/multibox_target.h"

namespace boxwright::ssd {

/// Options of _contrib_MultiBoxDetection (facts 3.3).
struct DetectionOptions
{
    float threshold = 0.01F;
    float nmsThreshold = 0.45F;
    int nmsTopk = 400; ///< <= 0: all
    bool forceSuppress = false;
    bool clip = true;
    std::array<float, 4> variances = kVariances;
};

/// One row of the operator's output that survived.
struct DetectedBox
{
    int row = 0; ///< row number in the operator's output, after sorting
    int classIndex = 0;
    float score = 0;
    float xmin = 0, ymin = 0, xmax = 0, ymax = 0; ///< fractions of the image
};

/// `classProbabilities` (N, C + 1) after softmax, `boxOffsets` (N, 4), `priors` (N, 4): one image. By falling score;
/// same rows, order and ties as MXNet 1.3+ on the CPU.
std::vector<DetectedBox> detectBoxes(const torch::Tensor &classProbabilities, const torch::Tensor &boxOffsets,
                                     const torch::Tensor &priors, const DetectionOptions &options);

} // namespace boxwright::ssd
