// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/image_list_model.h"

#include <algorithm>

namespace boxwright {

ImageListModel::ImageListModel(ProjectSession &session, QSize thumbnailExtent, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
    , m_thumbnails(thumbnailExtent)
{
    refill();
    connect(&session.document(), &Document::changed, this, &ImageListModel::onChanged);
    connect(&m_thumbnails, &ThumbnailLoader::loaded, this, [this](ImageId id) {
        const int row = rowOf(id);
        if (row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {ThumbnailRole});
    });
}

void ImageListModel::setFilter(const ImageFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    refill();
    endResetModel();
}

void ImageListModel::refill()
{
    const Dataset &dataset = m_session.dataset();
    m_rows.clear();
    m_rows.reserve(std::size_t(dataset.imageCount()));
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageRecord &image = dataset.imageAt(i);
        if (m_filter.isEmpty() || m_filter.matches(image, dataset))
            m_rows.push_back(image.info.id);
    }
}

ImageId ImageListModel::imageAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[std::size_t(row)] : ImageId::None;
}

int ImageListModel::rowOf(ImageId id) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id);
    return found != m_rows.end() && *found == id ? int(found - m_rows.begin()) : -1;
}

int ImageListModel::nextRow(int row, int by, const std::function<bool(const ImageRecord &)> &passes) const
{
    for (int next = row + by; next >= 0 && next < rowCount(); next += by) {
        const ImageRecord *image = m_session.dataset().image(imageAt(next));
        if (image && passes(*image))
            return next;
    }
    return -1;
}

void ImageListModel::setMinConfidence(double confidence)
{
    m_minConfidence = confidence;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {SuggestionsRole});
}

int ImageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ImageListModel::data(const QModelIndex &index, int role) const
{
    const ImageRecord *image = m_session.dataset().image(imageAt(index.row()));
    if (!image)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return image->info.path.section(QLatin1Char('/'), -1);
    case Qt::ToolTipRole:
        return image->info.problem.isEmpty() ? image->info.path
                                             : image->info.path + QLatin1Char('\n') + image->info.problem;
    case IdRole:
        return toNumber(image->info.id);
    case StateRole:
        return int(image->info.state);
    case LabelsRole:
        return int(image->labels.size());
    case SuggestionsRole:
        return int(std::count_if(image->suggestions.cbegin(), image->suggestions.cend(),
                                 [this](const Suggestion &found) { return found.confidence >= m_minConfidence; }));
    case ProblemRole:
        return image->info.problem;
    case ThumbnailRole:
        return m_thumbnails.thumbnail(image->info.id, m_session.absoluteImagePath(image->info));
    default:
        return {};
    }
}

void ImageListModel::onChanged(const Change &change)
{
    const bool areImagesAddedOrGone = std::any_of(change.edits.begin(), change.edits.end(), [](const Edit &edit) {
        const auto *image = std::get_if<ImageEdit>(&edit);
        return image && (!image->before || !image->after);
    });
    if (areImagesAddedOrGone) {
        beginResetModel();
        refill();
        endResetModel();
        return;
    }
    ImageId last = ImageId::None;
    for (const Edit &edit : change.edits) {
        ImageId id = ImageId::None;
        if (const auto *image = std::get_if<ImageEdit>(&edit)) {
            id = image->after->id;
            if (image->before->path != image->after->path)
                m_thumbnails.forget(id);
        } else if (const auto *label = std::get_if<LabelEdit>(&edit))
            id = label->image;
        else if (const auto *suggestion = std::get_if<SuggestionEdit>(&edit))
            id = suggestion->image;
        if (id == ImageId::None || id == last)
            continue;
        last = id;
        const int row = rowOf(id);
        if (row >= 0)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

} // namespace boxwright
