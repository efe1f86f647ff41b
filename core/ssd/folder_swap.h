// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>

namespace boxwright::ssd {

/// Fills a new folder beside `folder` and puts it in the place of `folder`, whole or not at all: whatever stood there
/// stays until the new one is complete. On Linux the two change places in one step; elsewhere a crash between the two
/// renames leaves the old one under its name with ".old".
Result<> replaceFolder(const QString &folder, const std::function<Result<>(const QString &staging)> &fill);

} // namespace boxwright::ssd
