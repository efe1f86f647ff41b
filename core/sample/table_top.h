// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seeded_random.h"

#include <QSize>

namespace cv {
class Mat;
}

namespace boxwright {

/// Draws what the fruits lie on: wood, cloth, stone or paper, some with a plate and leaves. `scene` becomes CV_8UC3
/// (RGB).
void drawTableTop(QSize size, SeededRandom &random, cv::Mat &scene);

/// Light that falls off towards the corners, a tint and the grain of a camera; over the finished scene.
void applyCamera(cv::Mat &scene, SeededRandom &random);

} // namespace boxwright
