// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_flag.h"
#include "core/base/progress.h"
#include "core/base/result.h"

namespace boxwright {

struct SampleOptions
{
    int images = 120;
    quint64 seed = 1;
};

/// Draws varied scenes of three classes with exact boxes into DIR/images, with DIR/train.manifest and
/// DIR/validation.manifest (augmented manifests) beside them. The same seed gives the same bytes. Some images are
/// empty, some crowded.
Result<> drawSampleDataset(const QString &folder, const SampleOptions &options, const CancelFlag &cancel,
                           const ProgressSink &progress);

} // namespace boxwright
