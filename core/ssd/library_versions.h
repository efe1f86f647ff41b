// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace boxwright::ssd {

/// "Boxwright 0.1.0, LibTorch 1.13.1, OpenCV 4.6.0": what a model or a run was made with.
QString libraryVersions();

} // namespace boxwright::ssd
