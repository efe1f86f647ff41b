// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/open_images_model.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kPadding = 8;
constexpr int kTextHeight = 40;

/// Thumbnails fill their extent and are cut at the longer side: where a part of the image lies in them, 0..1.
QRectF inThumbnail(const Box &box, QSizeF image, QSizeF extent)
{
    const double scale = std::max(extent.width() / image.width(), extent.height() / image.height());
    const double cutX = (image.width() * scale - extent.width()) / 2;
    const double cutY = (image.height() * scale - extent.height()) / 2;
    const QRectF rect(box.left * scale - cutX, box.top * scale - cutY, box.width() * scale, box.height() * scale);
    return {rect.x() / extent.width(), rect.y() / extent.height(), rect.width() / extent.width(),
            rect.height() / extent.height()};
}

void paintPicture(QPainter &painter, const QRect &rect, const QModelIndex &index, const Tokens &tokens)
{
    const auto picture = index.data(OpenImagesModel::ThumbnailRole).value<QPixmap>();
    painter.save();
    QPainterPath clip;
    clip.addRoundedRect(rect, 6, 6);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(clip);
    if (picture.isNull()) {
        painter.fillRect(rect, tokens.raised);
        paintIcon(painter, Icon::Image, QRectF(rect.center() - QPointF(16, 16), QSizeF(32, 32)), tokens.border);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(rect, picture);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto boxes = index.data(OpenImagesModel::BoxesRole).value<QList<QRectF>>();
    const auto colors = index.data(OpenImagesModel::ColorsRole).value<QList<QColor>>();
    for (qsizetype i = 0; i < boxes.size() && !picture.isNull(); ++i) {
        const QRectF box(rect.x() + boxes[i].x() * rect.width(), rect.y() + boxes[i].y() * rect.height(),
                         boxes[i].width() * rect.width(), boxes[i].height() * rect.height());
        painter.setPen(QPen(QColor(0, 0, 0, 140), 1));
        painter.drawRect(box.toRect());
        QPen pen(colors.value(i), 1, Qt::CustomDashLine);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawRect(box.toRect());
    }
    painter.restore();
}

} // namespace

OpenImagesModel::OpenImagesModel(ProjectSession &session, QSize thumbnailExtent, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
    , m_thumbnails(thumbnailExtent)
{
    connect(&m_thumbnails, &ThumbnailLoader::loaded, this, [this](ImageId id) {
        const auto found = std::find_if(m_images.cbegin(), m_images.cend(),
                                        [id](const OpenImage &image) { return image.image == id; });
        if (found == m_images.cend())
            return;
        const QModelIndex changed = index(int(found - m_images.cbegin()));
        Q_EMIT dataChanged(changed, changed, {ThumbnailRole});
    });
}

void OpenImagesModel::setImages(const QList<OpenImage> &images, double minConfidence)
{
    beginResetModel();
    m_images = images;
    m_minConfidence = minConfidence;
    endResetModel();
}

int OpenImagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_images.size());
}

QVariant OpenImagesModel::data(const QModelIndex &index, int role) const
{
    const ImageRecord *image = m_session.dataset().image(imageAt(index.row()));
    if (!image)
        return {};
    const OpenImage &open = m_images[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return image->info.path.section(QLatin1Char('/'), -1);
    case Qt::ToolTipRole:
        return image->info.path;
    case Qt::AccessibleDescriptionRole:
    case FactsRole:
        return tr("%n suggested · least sure %1", nullptr, open.suggestions)
            .arg(QLocale().toString(open.leastSure, 'f', 2));
    case ThumbnailRole:
        return m_thumbnails.thumbnail(image->info.id, m_session.absoluteImagePath(image->info));
    case BoxesRole:
    case ColorsRole:
        return boxesOf(*image, role);
    default:
        return {};
    }
}

QVariant OpenImagesModel::boxesOf(const ImageRecord &image, int role) const
{
    QList<QRectF> boxes;
    QList<QColor> colors;
    for (const Suggestion &suggestion : image.suggestions) {
        const LabelClass *labelClass = m_session.dataset().labelClass(suggestion.classId);
        if (suggestion.confidence < m_minConfidence || !labelClass || image.info.size.isEmpty())
            continue;
        boxes.append(inThumbnail(suggestion.box, image.info.size, OpenImageDelegate::kPicture));
        colors.append(labelClass->color);
    }
    return role == BoxesRole ? QVariant::fromValue(boxes) : QVariant::fromValue(colors);
}

void OpenImageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.palette);
    painter->save();
    const QRect card = option.rect.adjusted(2, 2, -2, -2);
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isCurrent =
        option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
    painter->setPen(isCurrent ? QPen(tokens.accent, 2) : Qt::NoPen);
    painter->setBrush(option.state.testFlag(QStyle::State_MouseOver) || isCurrent ? QBrush(tokens.raised)
                                                                                  : Qt::NoBrush);
    painter->drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), 8, 8);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QRect picture(QPoint(card.left() + kPadding, card.top() + kPadding), kPicture);
    paintPicture(*painter, picture, index, tokens);
    painter->setFont(themeFont(13));
    painter->setPen(tokens.text);
    painter->drawText(QRect(picture.left(), picture.bottom() + 4, picture.width(), 19), Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, picture.width()));
    painter->setFont(themeFont(12));
    painter->setPen(tokens.dim);
    painter->drawText(QRect(picture.left(), picture.bottom() + 22, picture.width(), 18), Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(OpenImagesModel::FactsRole).toString(),
                                                        Qt::ElideRight, picture.width()));
    painter->restore();
}

QSize OpenImageDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return kPicture + QSize(2 * kPadding + 4, 2 * kPadding + kTextHeight + 4);
}

} // namespace boxwright
