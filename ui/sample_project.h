// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_flag.h"
#include "core/base/progress.h"
#include "ui/project_door.h"

namespace boxwright {

/// Where the sample of the start page lies: among the program's own data of this person.
QString sampleFolder();
QString sampleProjectPath(const QString &folder);

/// Draws the images and their manifests. Thread-safe; takes seconds.
Result<> drawSample(const QString &folder, const CancelFlag &cancel, const ProgressSink &progress);

/// Makes a project of what drawSample() drew, with its labels and splits.
OpenedSession makeSampleProject(const QString &folder);

} // namespace boxwright
