// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace boxwright {

/// Largest file that readFile() takes by default: annotation files beyond this are read as streams.
inline constexpr qint64 kMaxReadBytes = qint64{1} << 30;

/// The whole file. Fails with a message that names the file where it is missing, unreadable or above `maxBytes`.
Result<QByteArray> readFile(const QString &path, qint64 maxBytes = kMaxReadBytes);

/// Writes the file whole or not at all: into a temporary file beside it, synced to disk, then renamed over it.
Result<> writeFile(const QString &path, const QByteArray &content);

/// Makes the folder and those above it.
Result<> makeFolder(const QString &path);

} // namespace boxwright
