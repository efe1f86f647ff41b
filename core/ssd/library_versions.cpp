// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/library_versions.h"

#include <torch/version.h>

#include <opencv2/core/version.hpp>

namespace boxwright::ssd {

QString libraryVersions()
{
    return QStringLiteral("Boxwright %1, LibTorch %2, OpenCV %3")
        .arg(QStringLiteral(BOXWRIGHT_VERSION), QStringLiteral(TORCH_VERSION), QStringLiteral(CV_VERSION));
}

} // namespace boxwright::ssd
