// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/box.h"

#include <QImage>

#include <vector>

namespace boxwright {

struct SampleObject
{
    int classIndex = 0;
    Box box; ///< smallest box around the fruit's pixels, also those that another fruit hides; inside the image
};

struct SampleScene
{
    QImage image; ///< Format_RGB888
    std::vector<SampleObject> objects;
};

/// One scene of the sample data set; the same number and seed give the same pixels.
SampleScene drawSampleScene(int number, quint64 seed);

} // namespace boxwright
