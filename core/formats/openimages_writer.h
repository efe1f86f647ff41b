// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/formats/export_file.h"
#include "core/formats/export_paths.h"

#include <map>

namespace boxwright {

/// Writes one export of Open Images' tables. Belongs to one call of OpenImagesFormat::write().
class OpenImagesWriter
{
public:
    OpenImagesWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes);

    Result<WriteSummary> write();

private:
    void collectClassIds();
    Result<> writeImage(const FormatImage &image);
    Result<> writeClasses();
    /// The table of that name and split, with its header.
    Result<ExportFile *> table(Split split, bool ofBoxes);

    const WriteOptions &m_options;
    FormatSource &m_source;
    const NoteSink &m_notes;
    const QStringList m_classes;
    QStringList m_classIds; ///< the ids that classes came with, else their names
    ExportPaths m_paths;
    std::map<std::pair<Split, bool>, ExportFile> m_tables;
};

} // namespace boxwright
