// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace boxwright::ssd {

/// One object of a training image: class from 0, corners as fractions of the image.
struct TargetBox
{
    int classIndex = 0;
    float xmin = 0;
    float ymin = 0;
    float xmax = 0;
    float ymax = 0;
};

} // namespace boxwright::ssd
