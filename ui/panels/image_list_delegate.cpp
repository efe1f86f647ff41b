// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/image_list_delegate.h"

#include "core/model/image_record.h"
#include "ui/panels/image_list_model.h"
#include "ui/panels/row_painting.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace boxwright {

namespace {

constexpr int kMargin = 12;
constexpr int kHeight = 56;
constexpr double kDot = 9;

void paintThumbnail(QPainter &painter, const QRect &rect, const QPixmap &thumbnail, const Tokens &tokens)
{
    QPainterPath clip;
    clip.addRoundedRect(rect, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing);
    if (thumbnail.isNull()) {
        painter.fillPath(clip, tokens.raised);
        paintIcon(painter, Icon::Image, QRectF(rect.center() - QPointF(9, 9), QSizeF(20, 20)), tokens.border);
    } else {
        QBrush brush(thumbnail);
        QTransform place = QTransform::fromTranslate(rect.left(), rect.top());
        place.scale(double(rect.width()) / thumbnail.width(), double(rect.height()) / thumbnail.height());
        brush.setTransform(place);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.fillPath(clip, brush);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

struct DotState
{
    ReviewState state = ReviewState::NotYet;
    bool isBegun = false;
    bool isBroken = false;
};

void paintDot(QPainter &painter, QPointF centre, const DotState &dot, const Tokens &tokens)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF rect(centre.x() - kDot / 2, centre.y() - kDot / 2, kDot, kDot);
    if (dot.isBroken) {
        paintIcon(painter, Icon::Remove, rect.adjusted(-3, -3, 3, 3), tokens.bad);
    } else if (dot.state == ReviewState::Reviewed) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.ok);
        painter.drawEllipse(rect);
    } else if (dot.state == ReviewState::Empty) {
        painter.setPen(QPen(tokens.ok, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(rect);
        painter.drawLine(QPointF(rect.left() + 2, rect.bottom() - 2), QPointF(rect.right() - 2, rect.top() + 2));
    } else {
        painter.setPen(QPen(dot.isBegun ? tokens.accent : tokens.dim, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(rect);
        if (dot.isBegun) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.accent);
            painter.drawChord(rect, 90 * 16, 180 * 16);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

void ImageListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.palette);
    painter->save();
    paintRowBackground(*painter, option, tokens);
    const QRect row = option.rect;
    const QRect thumbnail(QPoint(row.left() + kMargin, row.top() + (row.height() - kThumbnail.height()) / 2),
                          kThumbnail);
    paintThumbnail(*painter, thumbnail, index.data(ImageListModel::ThumbnailRole).value<QPixmap>(), tokens);

    const int labels = index.data(ImageListModel::LabelsRole).toInt();
    const int suggestions = index.data(ImageListModel::SuggestionsRole).toInt();
    const QString problem = index.data(ImageListModel::ProblemRole).toString();
    QString second = labels > 0 ? tr("%n label(s)", nullptr, labels) : tr("no labels");
    const auto state = ReviewState(index.data(ImageListModel::StateRole).toInt());
    if (state == ReviewState::Empty)
        second = tr("empty");
    if (suggestions > 0)
        second = labels > 0 ? tr("%1 · %n suggested", nullptr, suggestions).arg(second)
                            : tr("%n suggested", nullptr, suggestions);
    if (!problem.isEmpty())
        second = tr("cannot be read");

    const int left = thumbnail.right() + 11;
    const int width = row.right() - left - kMargin - int(kDot) - 10;
    painter->setFont(themeFont(13));
    painter->setPen(tokens.text);
    painter->drawText(QRect(left, row.top() + 9, width, 19), Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, width));
    painter->setFont(themeFont(12));
    // On the selection's ground only the first-rank text has contrast enough.
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(isSelected ? tokens.text : problem.isEmpty() ? tokens.dim : tokens.bad);
    painter->drawText(QRect(left, row.top() + 28, width, 18), Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(second, Qt::ElideRight, width));
    paintDot(*painter, QPointF(row.right() - kMargin - kDot / 2, row.center().y()),
             {state, labels > 0, !problem.isEmpty()}, tokens);
    painter->restore();
}

QSize ImageListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {kThumbnail.width() + 100, kHeight};
}

} // namespace boxwright
