// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/dataset_source.h"

#include <QDir>
#include <QHash>

namespace boxwright {

namespace {

bool isSelected(const ImageInfo &info, const ExportSelection &selection)
{
    if (selection.split && info.split != *selection.split)
        return false;
    if (selection.reviewedOnly && info.state == ReviewState::NotYet)
        return false;
    return selection.includeEmpty || info.state != ReviewState::Empty;
}

} // namespace

DatasetSource::DatasetSource(Dataset snapshot, QString projectFolder, const ExportSelection &selection)
    : m_dataset(std::move(snapshot))
    , m_projectFolder(std::move(projectFolder))
{
    for (qsizetype i = 0; i < m_dataset.imageCount(); ++i) {
        if (isSelected(m_dataset.imageAt(i).info, selection))
            m_indexes.append(i);
    }
    for (const LabelClass &item : m_dataset.classes())
        m_places.insert(toNumber(item.id), static_cast<int>(m_places.size()));
}

QStringList DatasetSource::classes() const
{
    return m_dataset.classNames();
}

std::optional<FormatImage> DatasetSource::next()
{
    if (m_at >= m_indexes.size())
        return std::nullopt;
    const ImageRecord &record = m_dataset.imageAt(m_indexes[m_at++]);
    FormatImage image;
    image.source = record.info.path;
    image.path = QDir::cleanPath(QDir(m_projectFolder).absoluteFilePath(record.info.path));
    image.size = record.info.size;
    image.split = record.info.split;
    image.state = record.info.state;
    image.extra = record.info.extra;
    image.labels.reserve(static_cast<std::size_t>(record.labels.size()));
    for (const Label &label : record.labels)
        image.labels.push_back({m_places.value(toNumber(label.classId), -1), label.box, label.flags, label.confidence,
                                false, label.extra});
    return image;
}

void DatasetSource::rewind()
{
    m_at = 0;
}

qint64 DatasetSource::imageCount() const
{
    return m_indexes.size();
}

} // namespace boxwright
