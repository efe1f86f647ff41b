// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seeded_random.h"

namespace cv {
class Mat;
}

namespace boxwright {

/// The classes of the sample data set, in the order of their class indices.
enum class FruitKind
{
    Apple = 0,
    Banana = 1,
    Plum = 2
};

inline constexpr int kFruitKinds = 3;

const char *fruitName(FruitKind kind);

struct FruitLook
{
    FruitKind kind = FruitKind::Apple;
    double size = 100; ///< pixels, about the longer side
    double angle = 0;  ///< radians, clockwise
};

/// Draws one fruit into a square of its own: `color` becomes CV_8UC3 (RGB), `alpha` CV_8UC1 of the same size.
/// The same look and random state give the same pixels.
void drawFruit(const FruitLook &look, SeededRandom &random, cv::Mat &color, cv::Mat &alpha);

} // namespace boxwright
