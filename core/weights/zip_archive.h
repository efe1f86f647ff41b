// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <optional>

namespace boxwright {

/// A zip archive whose files are stored as they are: what torch.save writes. The entries are views into its bytes.
class ZipArchive
{
public:
    /// Reads the directory (zip64 as well). The message of a failure names the entry, not the file: the caller knows
    /// that.
    static Result<ZipArchive> read(QByteArrayView bytes);

    [[nodiscard]] QByteArrayList names() const { return m_entries.keys(); }
    [[nodiscard]] bool contains(const QByteArray &name) const { return m_entries.contains(name); }

    /// What is stored under that name, its check sum compared. Fails where it is compressed, encrypted or not there.
    [[nodiscard]] Result<QByteArrayView> content(const QByteArray &name) const;

private:
    struct Entry
    {
        quint64 headerOffset = 0;
        quint64 size = 0;
        quint64 storedSize = 0;
        quint32 checkSum = 0;
        quint16 method = 0;
        quint16 flags = 0;
    };
    struct Directory
    {
        quint64 offset = 0;
        quint64 count = 0;
    };

    std::optional<Directory> findDirectory() const;
    Result<> readDirectory(const Directory &directory);

    QByteArrayView m_bytes;
    QHash<QByteArray, Entry> m_entries;
};

} // namespace boxwright
