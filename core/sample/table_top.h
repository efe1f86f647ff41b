// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sample/sample_random.h"

#include <QSize>

namespace cv {
class Mat;
}

namespace boxwright {

/// Draws what the fruits lie on: wood, cloth, stone or paper, some with a plate and leaves. `scene` becomes CV_8UC3
/// (RGB).
void drawTableTop(QSize size, SampleRandom &random, cv::Mat &scene);

/// Light that falls off towards the corners, a tint and the grain of a camera; over the finished scene.
void applyCamera(cv::Mat &scene, SampleRandom &random);

} // namespace boxwright
