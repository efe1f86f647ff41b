// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace boxwright {

/// The class names by number that a file gives: the classes of a project (.boxwright), the class-maps of a manifest
/// (.manifest, .jsonl; a number without a name is its own name), else a list with one name a line. Fails where it
/// names none. Reads without holding a project; thread-safe.
Result<QStringList> readClassNames(const QString &file);

} // namespace boxwright
