// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/export_dataset.h"
#include "tests/support/format_doubles.h"

#include <QTemporaryDir>

#include <memory>

namespace boxwright {

/// What tests of a format have in common: a folder of their own, and the format reading and writing in it.
class FormatFolder
{
protected:
    explicit FormatFolder(const DatasetFormat &format)
        : m_format(format)
    {
    }

    /// Before each test.
    void renewFolder() { m_folder = std::make_unique<QTemporaryDir>(); }
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    Result<> read(const QString &from, CollectingSink &sink) const
    {
        ReadOptions options;
        options.from = from;
        return m_format.read(options, sink);
    }
    [[nodiscard]] Result<ExportReport> write(const CollectingSink &sink, const QString &to) const
    {
        ListSource source(sink);
        WriteOptions options;
        options.to = to;
        return exportDataset(m_format, options, source);
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private:
    const DatasetFormat &m_format;
};

} // namespace boxwright
