// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_flag.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/dataset.h"
#include "core/review/health_report.h"

namespace boxwright {

struct HealthOptions
{
    QString folder;           ///< the project's, that relative image paths are taken against
    int imageShape = 300;     ///< side of the square that the network will see
    int labelWidth = 350;     ///< as a training in the cloud would have it
    bool looksAtFiles = true; ///< opens every image: unreadable ones, channels, near-duplicates
};

/// Looks for everything in a data set that spoils a training or an export. Works on a snapshot, on any thread. Fails
/// only when cancelled.
Result<HealthReport> checkHealth(const Dataset &snapshot, const HealthOptions &options, const CancelFlag &cancel = {},
                                 const ProgressSink &progress = {});

} // namespace boxwright
