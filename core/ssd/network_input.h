// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

class QImage;

namespace boxwright::ssd {

/// The image (Format_RGB888) stretched bilinearly on bytes to side x side, as MXNet's record iterator does it, then
/// preprocessed: (1, 3, side, side) float32, channels-last.
torch::Tensor networkInput(const QImage &image, int side, const Preprocessing &preprocessing);

} // namespace boxwright::ssd
