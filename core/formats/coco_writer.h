// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/formats/export_file.h"
#include "core/formats/export_paths.h"

#include <QHash>

#include <map>
#include <memory>

namespace boxwright {

class KeptMembers;

/// Writes one export of COCO. First looks at what images and labels kept of the files they came from, then writes image
/// by image; the annotations of a split wait in a file of their own, so that memory is one image and 8 bytes per id.
/// Lives on the stack of CocoFormat::write().
class CocoWriter
{
public:
    CocoWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes);

    Result<WriteSummary> write();

private:
    /// Ids that were kept, of images or of annotations: they are written again where all are numbers and no two are
    /// the same, else all are counted anew from 1.
    struct Ids
    {
        std::vector<qint64> kept;
        bool areUsable = true;
        qint64 next = 1;

        void look(QByteArrayView id);
        void decide();
        QByteArray take(QByteArrayView id);
    };
    /// One file in the making.
    struct Part
    {
        Ids images;
        Ids annotations;
        QByteArray dataset; ///< {"info", "licenses", "categories"} as they came
        std::unique_ptr<ExportFile> file;
        std::unique_ptr<ExportFile> waiting; ///< the annotations
        bool hasImage = false;
        bool hasAnnotation = false;
    };

    void look();
    void lookAt(const FormatImage &image);
    Result<> start(Split split, Part &part);
    Result<> writeImage(const FormatImage &image);
    Result<> writeLabels(const FormatImage &image, const QByteArray &imageId, Part &part);
    QByteArray annotation(const FormatLabel &label, const QByteArray &imageId, Part &part);
    [[nodiscard]] QByteArray categories(const Part &part) const;
    /// As the labels kept it, else as the file had it, else counted from 1.
    [[nodiscard]] QByteArray categoryId(int classIndex) const;
    void decideCategoryIds();
    Result<> finish(Split split, Part &part);
    Result<QString> fileName(const FormatImage &image, const KeptMembers &kept);

    const WriteOptions &m_options;
    FormatSource &m_source;
    const NoteSink &m_notes;
    const QStringList m_classes;
    QHash<int, QByteArray> m_categoryIds; ///< class index -> raw id: see decideCategoryIds()
    ExportPaths m_paths;
    std::map<Split, Part> m_parts;
    WriteSummary m_summary;
    qint64 m_at = 0;
    int m_changed = 0; ///< labels whose outlines no longer fit their boxes
};

} // namespace boxwright
