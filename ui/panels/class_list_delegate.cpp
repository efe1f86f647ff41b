// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/class_list_delegate.h"

#include "ui/panels/class_list_model.h"
#include "ui/panels/row_painting.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QLocale>
#include <QMouseEvent>

namespace boxwright {

void ClassListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowContent content;
    content.swatch = index.data(ClassListModel::ColorRole).value<QColor>();
    content.text = index.data().toString();
    content.trailing = QLocale().toString(index.data(ClassListModel::CountRole).toLongLong());
    content.key = index.data(ClassListModel::HotkeyRole).toString();
    content.hasKeyRoom = true;
    paintRow(*painter, option, content);
}

QSize ClassListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, kRowHeight};
}

QWidget *ClassListDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("classNameEditor"));
    editor->setAccessibleName(tr("Class name"));
    setKind(*editor, "inline");
    return editor;
}

void ClassListDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                             const QModelIndex &) const
{
    editor->setGeometry(rowTextRect(option.rect, 0).adjusted(-6, 3, 8, -3));
}

bool ClassListDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                    const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton &&
            rowSwatchRect(option.rect).adjusted(-4, -4, 4, 4).contains(mouse->position().toPoint())) {
            Q_EMIT colorClicked(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace boxwright
