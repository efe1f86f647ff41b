// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/formats/export_paths.h"

#include <QMap>

namespace boxwright {

/// Writes the channels of one export. Belongs to one call of SagemakerJsonFormat::write().
class SagemakerJsonWriter
{
public:
    SagemakerJsonWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes);

    Result<WriteSummary> write();

private:
    Result<> writeImage(FormatImage image);
    void tellCounts() const;

    const WriteOptions &m_options;
    FormatSource &m_source;
    const NoteSink &m_notes;
    const QMap<int, QString> m_classes;
    ExportPaths m_paths;
    WriteSummary m_summary;
    qint64 m_at = 0;      ///< place of the image in the source
    int m_otherKinds = 0; ///< images that SageMaker does not decode
};

} // namespace boxwright
