// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>

namespace boxwright {

/// A file of an export that is being staged: written in pieces, folders made as needed, every failure (disk full) told.
/// It is not synced by itself: the staging folder is, as a whole, before it is renamed (see export_dataset.cpp).
class ExportFile
{
public:
    explicit ExportFile(const QString &path);

    /// Opens at the first call.
    Result<> write(const QByteArray &bytes);
    /// Must be called: what was buffered may fail only here. Fine on a file that was never written.
    Result<> close();

    /// Writes a whole small file.
    static Result<> writeAll(const QString &path, const QByteArray &bytes);
    /// Copies an image; the copy shares no storage that an edit could reach.
    static Result<> copy(const QString &from, const QString &to);

private:
    Result<> failed() const;

    QFile m_file;
};

} // namespace boxwright
