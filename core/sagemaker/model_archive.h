// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>
#include <span>
#include <vector>

namespace boxwright {

/// A file inside an archive, by its name without folders.
struct ArchivedFile
{
    QString name;
    QByteArray content;
};

/// Takes files out of a tar (plain or gzip) into memory, in archive order; nothing touches the disk. `isWanted` gets
/// each name without folders; other files are passed over. Refused with the entry's name: paths that would leave the
/// folder, links, devices, sparse files, files above 4 GiB in all, more than 10,000 entries. Names that start with a
/// point (what macOS adds) are passed over.
Result<std::vector<ArchivedFile>> readModelArchive(const QString &path,
                                                   const std::function<bool(const QString &)> &isWanted);

/// Writes a flat tar.gz whole or not at all, with fixed owners and `modified` (seconds since 1970) as every time: the
/// same content gives the same bytes.
Result<> writeModelArchive(const QString &path, std::span<const ArchivedFile> files, qint64 modified);

} // namespace boxwright
