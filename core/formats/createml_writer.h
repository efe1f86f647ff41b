// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/formats/export_file.h"
#include "core/formats/export_paths.h"

#include <map>

namespace boxwright {

/// Writes one export for Create ML. Belongs to one call of CreateMlFormat::write().
class CreateMlWriter
{
public:
    CreateMlWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes);

    Result<WriteSummary> write();

private:
    Result<> writeImage(const FormatImage &image);

    const WriteOptions &m_options;
    FormatSource &m_source;
    const NoteSink &m_notes;
    const QStringList m_classes;
    ExportPaths m_paths;
    std::map<Split, ExportFile> m_files;
    WriteSummary m_summary;
    qint64 m_at = 0;
};

} // namespace boxwright
