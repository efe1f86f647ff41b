// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/formats/export_file.h"
#include "core/formats/export_paths.h"
#include "core/formats/packed_image.h"
#include "core/mxnet/image_record.h"
#include "core/mxnet/recordio.h"

#include <QFile>
#include <QSet>

#include <map>
#include <memory>

namespace boxwright {

/// Writes one export of RecordIO. First looks at all labels, because the records of a file share their widths, then
/// packs image by image: memory is one image. Lives on the stack of RecordIoFormat::write().
class RecordIoWriter
{
public:
    RecordIoWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes);

    Result<WriteSummary> write();

private:
    /// The files of one split.
    struct Output
    {
        explicit Output(const QString &stem);

        QFile records;
        ExportFile index;
        ExportFile list;
        std::unique_ptr<RecordWriter> writer;
        quint64 nextId = 0;
    };
    /// What the first look found of one split.
    struct Plan
    {
        qsizetype tailWidth = 0;              ///< values after the boxes
        std::optional<qsizetype> headerWidth; ///< further header values, where all images agree
        bool keepsHeaders = true;
        bool keepsIds = true; ///< every image came with an id of its own
        QSet<quint64> ids;
    };

    void look();
    void lookAt(const FormatImage &image);
    Result<> writeImage(const FormatImage &image);
    Result<> writeRecord(const FormatImage &image, const PackedImage &packed);
    [[nodiscard]] DetectionLabels labelsOf(const FormatImage &image, QSize size) const;
    Result<Output *> outputOf(Split split);
    Result<> finish();
    void leaveOut(const QString &kind, const QString &text);
    void tellCounts() const;

    const WriteOptions &m_options;
    FormatSource &m_source;
    const NoteSink &m_notes;
    ExportPaths m_paths;
    std::map<Split, Plan> m_plans;
    std::map<Split, std::unique_ptr<Output>> m_outputs;
    WriteSummary m_summary;
    qint64 m_at = 0;
    int m_reencoded = 0;
    qsizetype m_labelWidth = 0;
};

} // namespace boxwright
