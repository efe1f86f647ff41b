// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/dataset.h"

namespace boxwright {

/// The files of all images, absolute and clean. `folder` is the project's, which the paths of images are relative to.
QStringList imagePaths(const Dataset &dataset, const QString &folder);

} // namespace boxwright
