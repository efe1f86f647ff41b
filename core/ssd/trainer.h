// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training.h"

namespace boxwright::ssd {

/// Trains a detector on the calling thread until it is done, stopped or failed. Loader threads of its own decode and
/// augment meanwhile. Writes into request.runFolder: models best/ and last/, checkpoint (after each epoch and every few
/// minutes), metrics.jsonl, run.json and training.log. The same request, seed and number of threads give the same run;
/// a resumed run gives what the unbroken one would have given (a run that time limits excepted).
/// Fails with a message and leaves the models of earlier epochs alone where the request cannot be trained, a file
/// cannot be written or the loss is no longer finite.
Result<TrainingOutcome> trainDetector(const TrainingRequest &request, const TrainingControl &control,
                                      const TrainingObserver &observer);

} // namespace boxwright::ssd
