// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/sagemaker/training_job.h"

namespace boxwright {

// From an export to a training in the cloud: what window and command line both do around exportDataset().

/// Where a training job is written down.
struct CloudHandOver
{
    TrainingJob job;
    QString requestFile; ///< absolute; upload.sh comes beside it
};

/// What was written.
struct HandOverReport
{
    TrainingData data;
    QString requestFile;
    QString uploadScript;
};

/// Before the export: makes it complete for the cloud (images come along where the channels hold images; a manifest
/// says where its images will lie) and refuses what a job would fail on: a format that SageMaker cannot train on, no
/// labelled image for training or for validation. Rewinds the source.
Result<> prepareHandOver(const QString &formatId, const TrainingJob &job, WriteOptions &write, FormatSource &source);

/// After it: counts what was written to `exportFolder` and writes the request and upload.sh.
Result<HandOverReport> writeHandOver(const QString &formatId, const QString &exportFolder, int classes,
                                     const CloudHandOver &handOver);

} // namespace boxwright
