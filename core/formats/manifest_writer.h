// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/formats/export_file.h"
#include "core/formats/export_paths.h"

#include <QMap>

#include <map>

namespace boxwright {

class KeptLine;

/// Writes the manifests of one export. Belongs to one call of AugmentedManifestFormat::write().
class ManifestWriter
{
public:
    ManifestWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes);

    Result<WriteSummary> write();

private:
    QString chosenAttribute();
    Result<> writeImage(FormatImage image);
    ExportFile &file(Split split);
    Result<QString> sourceRef(const FormatImage &image, const KeptLine &old);
    void leaveOut() { m_summary.leftOut.push_back(m_at); }

    const WriteOptions &m_options;
    FormatSource &m_source;
    const NoteSink &m_notes;
    const QMap<int, QString> m_classes;
    QString m_attribute;
    ExportPaths m_paths;
    std::map<Split, ExportFile> m_files;
    WriteSummary m_summary;
    QByteArray m_line; ///< its room is used again
    qint64 m_at = 0;   ///< place of the image in the source
};

} // namespace boxwright
