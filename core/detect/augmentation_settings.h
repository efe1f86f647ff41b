// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/hyperparameters.h"

#include <QStringList>

namespace boxwright {

/// How much images are varied while training (facts 2.8).
enum class ImageVariation
{
    Full, ///< the specification's: pays off over hundreds of epochs
    Mild  ///< smaller crops and less padding: learns more from a few minutes, where each image is seen some ten times
};

/// What is done to training images, step by step in this order.
struct AugmentationSettings
{
    ImageVariation variation = ImageVariation::Full;
    bool jitter = true; ///< hue, saturation, lightness, contrast
    bool mirror = true;
    bool pad = true;
    bool crop = true;

    /// The steps that are on: "jitter", "mirror", "pad", "crop".
    [[nodiscard]] QStringList steps() const;
    /// Switches on these steps and no others; an unknown one is refused by name.
    Result<> setSteps(const QStringList &names);

    bool operator==(const AugmentationSettings &) const = default;
};

/// The variation that goes with a preset.
ImageVariation presetVariation(TrainingPreset preset);

/// "full", "mild".
QString variationName(ImageVariation variation);

} // namespace boxwright
