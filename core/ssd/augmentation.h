// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seeded_random.h"
#include "core/detect/augmentation_settings.h"
#include "core/ssd/target_box.h"

#include <opencv2/core.hpp>

#include <vector>

namespace boxwright::ssd {

/// How images are varied in training: the settings of mxnet-ssd's config.py (facts 2.8).
struct AugmentationOptions
{
    double jitterProbability = 0.5; ///< of each of the four
    double hue = 18;                ///< of 180
    double saturation = 32;         ///< of 255
    double lightness = 32;          ///< of 255
    double contrast = 0.5;
    double mirrorProbability = 0.5;
    double padProbability = 0.5;
    double maxPadScale = 4;
    int fill = 127;
    double cropProbability = 5.0 / 6;
    std::vector<double> cropOverlaps{0.1, 0.3, 0.5, 0.7, 0.9}; ///< least IoU with an object, one per sampler
    int cropTrials = 25;                                       ///< of each sampler
    double minCropScale = 0.3;
    double minAspect = 0.5;
    double maxAspect = 2;
};

/// The options that carry out these settings.
AugmentationOptions augmentationOptions(const AugmentationSettings &settings);

/// A square image of the network's size with its objects.
struct TrainingExample
{
    cv::Mat pixels; ///< CV_8UC3, RGB, size x size
    std::vector<TargetBox> objects;
};

/// Colour jitter, mirror, pad, crop, resize, in that order; the geometry is worked out first and done in one resize, so
/// that nothing larger than the image is ever made. Boxes are mapped by exactly what the pixels are mapped by.
/// `image` CV_8UC3 RGB, not empty; `objects` as fractions of it. The same random state gives the same example.
TrainingExample augment(const cv::Mat &image, const std::vector<TargetBox> &objects, int size,
                        const AugmentationOptions &options, SeededRandom &random);

/// What detection does: the whole image, bilinear, stretched to the square.
cv::Mat stretched(const cv::Mat &image, int size);

} // namespace boxwright::ssd
