// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/weights/weight_arrays.h"

namespace boxwright {

/// From which weights of vgg-16 the arrays of a file come, told by their names.
enum class Vgg16Source
{
    Unknown,     ///< other names: MXNet's own, or another network
    Features,    ///< "features.N.*" alone: Caffe's, whose input is RGB minus 123, 117, 104
    Torchvision, ///< "classifier.N.*" as well: input (x / 255 - mean) / deviation of torchvision
};
Vgg16Source vgg16Source(const WeightArrays &arrays);

/// The arrays under MXNet's names ("conv1_1_weight"). The two fully connected layers, where there are any, become the
/// convolutions fc6 and fc7 of vgg-16 reduced (facts, weights.md; Liu et al. 2016, section 3.1): of fc6 every fourth
/// output and every third row and column, of fc7 every fourth output and input. What has no place there keeps its name.
Result<WeightArrays> reducedVgg16(const WeightArrays &arrays);

} // namespace boxwright
