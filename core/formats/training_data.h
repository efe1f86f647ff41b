// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sagemaker/training_job.h"

namespace boxwright {

/// How an export of that format reaches a training job. Fails, naming those that do, where it cannot.
Result<TrainingInput> trainingInputOf(const QString &formatId);

/// Counts what a training job's request says of an export: from the files as they will be uploaded, not from what they
/// were made of. `classes` is the number of class names of the project. Reads text only, as a stream.
Result<TrainingData> countTrainingData(const QString &formatId, const QString &folder, int classes);

} // namespace boxwright
