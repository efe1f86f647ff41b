// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace boxwright {

/// One image of the list: thumbnail, name, what is on it, and a dot for its state: open ring not yet, half begun,
/// full reviewed, full with a bar empty, and in the colour of trouble where the file cannot be read.
class ImageListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr QSize kThumbnail{58, 44};

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace boxwright
