// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weights/onnx_file.h"

#include <array>

namespace boxwright {

/// How a network's input is made of pixels 0..255: (x - mean) / deviation, RGB.
struct InputScale
{
    std::array<double, 3> mean{};
    std::array<double, 3> deviation{1, 1, 1};
};

/// The weights of a pre-activation ResNet in ONNX (the model zoo's resnet50-v2-7.onnx) under MXNet's names
/// ("stage1_unit1_conv1_weight", "bn0_moving_var"), for our network with the input `scale` and epsilon 2e-5. Found by
/// walking along the graph, since its own names say nothing of the place; facts, weights.md, has the arithmetic. The
/// last batch norm and the classifier are left out. Fails where the graph is of another kind, naming the place.
Result<WeightArrays> resnetFromOnnx(const OnnxGraph &graph, const InputScale &scale);

} // namespace boxwright
