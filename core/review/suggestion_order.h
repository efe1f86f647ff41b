// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/dataset.h"

namespace boxwright {

/// An image whose suggestions wait for an answer.
struct OpenImage
{
    ImageId image = ImageId::None;
    int suggestions = 0;    ///< of at least the smallest confidence that was asked for
    double uncertainty = 0; ///< 0..1: how much the answer to its most doubtful suggestion would teach
    double leastSure = 0;   ///< that suggestion's confidence
};

/// The images with suggestions of at least that confidence, the most doubtful first: by the largest binary entropy
/// (Shannon, in bits) of a confidence among them, then by how many there are.
QList<OpenImage> imagesByUncertainty(const Dataset &dataset, double minConfidence);

/// Entropy of a yes or no of that probability, in bits: 1 at a half, 0 at 0 and 1.
double binaryEntropy(double probability);

} // namespace boxwright
