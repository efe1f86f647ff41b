// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/box.h"

namespace boxwright {

/// What a model found on one image.
struct Detection
{
    int classIndex = 0;    ///< index into the model's classes
    double confidence = 0; ///< 0..1
    Box box;               ///< pixels of the oriented image, inside it

    bool operator==(const Detection &) const = default;
};

} // namespace boxwright
