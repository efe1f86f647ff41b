// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/formats/export_file.h"
#include "core/formats/export_paths.h"

#include <map>

namespace boxwright {

/// Where the files of an export lie.
enum class VocLayout
{
    DataSet,     ///< Annotations, JPEGImages, ImageSets and labelmap.txt
    BesideImages ///< in a folder for each split, and classes.txt: LabelImg's
};

/// Writes one export of Pascal VOC's XML. Belongs to one call of a format's write().
class VocWriter
{
public:
    VocWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes,
              VocLayout layout = VocLayout::DataSet);

    Result<WriteSummary> write();

private:
    Result<> writeImage(const FormatImage &image);
    Result<> addToList(Split split, const QString &stem);
    Result<> finish();
    [[nodiscard]] QByteArray annotation(const FormatImage &image, QSize size, const QString &place) const;

    const WriteOptions &m_options;
    FormatSource &m_source;
    const NoteSink &m_notes;
    const VocLayout m_layout;
    const QStringList m_classes;
    ExportPaths m_paths;
    std::map<Split, ExportFile> m_lists;
    WriteSummary m_summary;
    qint64 m_at = 0;
    int m_unwhole = 0; ///< labels with corners between pixels
};

} // namespace boxwright
