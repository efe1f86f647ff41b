// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/formats/export_file.h"
#include "core/formats/export_paths.h"

#include <map>

namespace boxwright {

/// Writes one export of Pascal VOC. Belongs to one call of VocFormat::write().
class VocWriter
{
public:
    VocWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes);

    Result<WriteSummary> write();

private:
    Result<> writeImage(const FormatImage &image);
    Result<> finish();
    [[nodiscard]] QByteArray annotation(const FormatImage &image, QSize size, const QString &place) const;

    const WriteOptions &m_options;
    FormatSource &m_source;
    const NoteSink &m_notes;
    const QStringList m_classes;
    ExportPaths m_paths;
    std::map<Split, ExportFile> m_lists;
    WriteSummary m_summary;
    qint64 m_at = 0;
    int m_unwhole = 0; ///< labels with corners between pixels
};

} // namespace boxwright
