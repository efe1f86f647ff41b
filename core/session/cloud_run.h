// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace boxwright {

/// Takes the log of a training in the cloud as a run: writes run.json and metrics.jsonl into a new folder `runFolder`,
/// where readRuns() finds them beside the local runs. Fails where the folder exists or the log tells of no epoch, and
/// leaves nothing behind then.
Result<> importCloudLog(const QString &logFile, const QString &runFolder);

} // namespace boxwright
