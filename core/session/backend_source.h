// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_backend.h"

#include <functional>
#include <memory>

namespace boxwright {

/// Where a runner takes the detector's engine from: detectorBackend() in the programs, a double in tests. Called on the
/// runner's worker thread, so that loading the module never holds up the window.
using BackendSource = std::function<Result<DetectorBackend *>()>;

/// Opens a model with the threads that are usual. Works on the calling thread.
Result<std::unique_ptr<Detector>> openDetector(const BackendSource &source, const QString &model);

} // namespace boxwright
