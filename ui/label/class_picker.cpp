// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/label/class_picker.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace boxwright {

namespace {

QIcon swatch(const QColor &color)
{
    QPixmap pixmap(12, 12);
    pixmap.fill(color);
    return pixmap;
}

} // namespace

ClassPicker::ClassPicker(const QList<LabelClass> &classes, QWidget *canvas)
    : QFrame(canvas, Qt::Popup)
    , m_classes(classes)
    , m_text(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("classPicker"));
    setAttribute(Qt::WA_DeleteOnClose);
    setKind(*this, "card");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    m_text->setAccessibleName(tr("Part of the class name"));
    m_text->setPlaceholderText(tr("Type a class"));
    m_text->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Classes that fit"));
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    setFixedSize(260, 280);
    connect(m_text, &QLineEdit::textChanged, this, &ClassPicker::filter);
    connect(m_text, &QLineEdit::returnPressed, this, &ClassPicker::pickCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &ClassPicker::pickCurrent);
    filter({});
}

void ClassPicker::open()
{
    const QWidget *canvas = parentWidget();
    move(canvas->mapToGlobal(QPoint((canvas->width() - width()) / 2, canvas->height() / 4)));
    show();
    m_text->setFocus();
}

void ClassPicker::filter(const QString &text)
{
    m_list->clear();
    for (const LabelClass &labelClass : std::as_const(m_classes)) {
        if (!labelClass.name.contains(text.trimmed(), Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(swatch(labelClass.color), labelClass.name, m_list);
        item->setData(Qt::UserRole, toNumber(labelClass.id));
    }
    m_list->setCurrentRow(0);
}

void ClassPicker::pickCurrent()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        Q_EMIT picked(static_cast<ClassId>(item->data(Qt::UserRole).toLongLong()));
    close();
}

bool ClassPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace boxwright
