// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/class_name_field.h"

#include <QKeyEvent>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kWidth = 220;

} // namespace

ClassNameField::ClassNameField(QWidget *canvas)
    : QLineEdit(canvas)
{
    setObjectName(QStringLiteral("boxClassName"));
    setAccessibleName(tr("Class of the box"));
    setPlaceholderText(tr("What is it? Type a class, Enter"));
    setFixedWidth(kWidth);
    hide();
    connect(this, &QLineEdit::returnPressed, this, [this] { finish(text()); });
}

void ClassNameField::ask(const QRect &boxInCanvas)
{
    const QSize canvas = parentWidget()->size();
    const int height = sizeHint().height();
    const int below = boxInCanvas.bottom() + 6;
    const int y = below + height <= canvas.height() ? below : boxInCanvas.top() - height - 6;
    move(std::clamp(boxInCanvas.left(), 4, std::max(4, canvas.width() - kWidth - 4)),
         std::clamp(y, 4, std::max(4, canvas.height() - height - 4)));
    clear();
    show();
    raise();
    setFocus();
    m_isAsking = true;
}

void ClassNameField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        finish({});
    else
        QLineEdit::keyPressEvent(event);
}

void ClassNameField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        finish(text());
}

void ClassNameField::finish(const QString &name)
{
    if (!m_isAsking)
        return;
    m_isAsking = false;
    hide();
    parentWidget()->setFocus();
    Q_EMIT answered(name.trimmed());
}

} // namespace boxwright
