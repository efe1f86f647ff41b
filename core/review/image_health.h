// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/health_check.h"

namespace boxwright {

/// What the project alone tells: kinds "name-collision", "not-reviewed", "no-validation".
QList<HealthFinding> checkImages(const Dataset &dataset);

/// What the files tell: kinds "unreadable-image", "other-channels" (grey, alpha, 16 bits: the cloud takes three
/// channels of 8 bits), "other-file-kind" (neither JPEG nor PNG), "near-duplicate", "near-duplicate-across-splits".
/// Decodes every image small. Fails only when cancelled.
Result<QList<HealthFinding>> checkFiles(const Dataset &dataset, const HealthOptions &options, const CancelFlag &cancel,
                                        const ProgressSink &progress);

/// Images that are alike, as groups of ids in rising order. Fails only when cancelled.
Result<QList<QList<ImageId>>> nearDuplicates(const Dataset &dataset, const QString &folder, const CancelFlag &cancel,
                                             const ProgressSink &progress);

} // namespace boxwright
