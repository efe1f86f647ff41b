// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/pixel_input.h"

namespace boxwright {

/// "red first, mean subtracted".
QString pixelInputWords(PixelInput input);

} // namespace boxwright
