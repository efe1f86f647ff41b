// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/project_session.h"
#include "ui/panels/image_filter.h"
#include "ui/panels/thumbnail_loader.h"

#include <QAbstractListModel>

namespace boxwright {

/// The images of a project that pass the filter. A row shows its image until the filter is set again, even where an
/// edit would hide it now: the list does not move under the person's hands. GUI thread.
class ImageListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        IdRole = Qt::UserRole, ///< qint64
        StateRole,             ///< int(ReviewState)
        LabelsRole,            ///< int
        SuggestionsRole,       ///< int, of those sure enough to be shown
        ProblemRole,           ///< QString
        ThumbnailRole,         ///< QPixmap, null while on its way
    };

    ImageListModel(ProjectSession &session, QSize thumbnailExtent, QObject *parent = nullptr);

    void setFilter(const ImageFilter &filter);
    void setMinConfidence(double confidence);
    [[nodiscard]] ImageId imageAt(int row) const;
    /// -1 where the filter hides it.
    [[nodiscard]] int rowOf(ImageId id) const;
    /// The nearest row from `row` on (itself left out) in direction `by` that passes, -1 for none.
    [[nodiscard]] int nextRow(int row, int by, const std::function<bool(const ImageRecord &)> &passes) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void onChanged(const Change &change);
    void refill();

    ProjectSession &m_session;
    ImageFilter m_filter;
    double m_minConfidence = 0;
    std::vector<ImageId> m_rows; ///< ordered by id, as the data set is
    mutable ThumbnailLoader m_thumbnails;
};

} // namespace boxwright
