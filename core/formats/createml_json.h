// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_members.h"
#include "core/formats/image_entry.h"

namespace boxwright {

// One entry of Create ML's list, as plain values.

/// Fails where the entry names no image.
Result<ImageEntry> parseCreateMlEntry(const JsonMembers &entry);

/// The entry's text. `file` is how the image is spelled.
QByteArray createMlEntry(const FormatImage &image, const QString &file, const QStringList &classes);

} // namespace boxwright
