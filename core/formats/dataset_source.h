// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/model/dataset.h"

#include <QHash>

namespace boxwright {

/// Which images of a data set are exported.
struct ExportSelection
{
    std::optional<Split> split; ///< only that split
    bool reviewedOnly = false;  ///< only Reviewed and Empty
    bool includeEmpty = true;   ///< images that a person confirmed to be empty
};

/// Reads a snapshot as a FormatSource. Labels only; suggestions never leave. Paths become absolute against
/// `projectFolder`.
class DatasetSource : public FormatSource
{
public:
    DatasetSource(Dataset snapshot, QString projectFolder, const ExportSelection &selection);

    [[nodiscard]] QStringList classes() const override;
    std::optional<FormatImage> next() override;
    void rewind() override;
    [[nodiscard]] qint64 imageCount() const override;

private:
    Dataset m_dataset;
    QString m_projectFolder;
    QList<qsizetype> m_indexes;
    QHash<qint64, int> m_places; ///< class id -> index in classes()
    qsizetype m_at = 0;
};

} // namespace boxwright
