// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/suggestion_order.h"
#include "core/session/project_session.h"
#include "ui/panels/thumbnail_loader.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace boxwright {

/// The images whose suggestions wait for an answer, as rows. GUI thread; owned by the Review page.
class OpenImagesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        FactsRole = Qt::UserRole, ///< the second line
        ThumbnailRole,            ///< the whole image, small; null while it is being decoded
        BoxesRole,                ///< QList<QRectF>: the shown suggestions in parts of the image, 0..1
        ColorsRole,               ///< QList<QColor>: of their classes
    };

    explicit OpenImagesModel(ProjectSession &session, QSize thumbnailExtent, QObject *parent = nullptr);

    void setImages(const QList<OpenImage> &images, double minConfidence);
    [[nodiscard]] ImageId imageAt(int row) const { return m_images.value(row).image; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QVariant boxesOf(const ImageRecord &image, int role) const;

    ProjectSession &m_session;
    QList<OpenImage> m_images;
    double m_minConfidence = 0;
    mutable ThumbnailLoader m_thumbnails;
};

/// A picture with its suggestions, its name and how sure the model is.
class OpenImageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr QSize kPicture{200, 150};

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace boxwright
