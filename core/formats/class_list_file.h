// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace boxwright {

/// The names in a list of classes, one a line; a name ends at the first ':' where `hasColours` (CVAT's labelmap.txt).
/// Comments (#) and names with two underscores at their start (labelme's "__ignore__") are passed over. Empty where the
/// file is not there.
QStringList readClassList(const QString &path, bool hasColours = false);

/// The list's text.
QByteArray classListText(const QStringList &names);

} // namespace boxwright
