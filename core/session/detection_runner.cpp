// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/detection_runner.h"

namespace boxwright {

class DetectionRunner::Worker
{
};

DetectionRunner::~DetectionRunner() = default;

} // namespace boxwright
