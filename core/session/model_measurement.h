// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/detect/detector_backend.h"
#include "core/session/training_snapshot.h"

namespace boxwright {

/// The images that a model is measured on, with the project's classes that their truth counts in.
struct TruthSet
{
    QStringList classes;
    std::vector<TruthImage> images; ///< see evaluationImages()
};

/// Runs the model over all of them and puts what it finds beside the truth. Classes that only the model knows are added
/// behind the set's. An image that cannot be read is a failure, and so is a cancel: a part of the images gives no
/// measure. Blocks; for any thread.
Result<std::vector<EvaluatedImage>> detectOnTruth(Detector &detector, TruthSet &truth, const CancelFlag &cancel,
                                                  const ProgressSink &progress);

} // namespace boxwright
