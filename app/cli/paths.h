// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace boxwright::cli {

/// The one absolute spelling of a path from the command line: links in the folders above are followed, as a project
/// does with its own folder, so that "below the project" means the same everywhere. The last part stays as it is.
QString absolutePath(const QString &word);

} // namespace boxwright::cli
