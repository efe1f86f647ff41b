// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "core/detect/device_choice.h"

namespace boxwright::cli {

/// --device, of the commands that train or detect.
void setUpDevice(Options &options, QString &word);

/// What was given with it; automatic where nothing was.
Result<DeviceChoice> deviceFrom(const QString &word);

/// --precision, likewise.
void setUpPrecision(Options &options, QString &word);

/// float32 where nothing was given.
ComputePrecision precisionFrom(const QString &word);

} // namespace boxwright::cli
