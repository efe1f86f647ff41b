// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/label.h"

#include <QFrame>
#include <QList>

class QLineEdit;
class QListWidget;

namespace boxwright {

/// A small popup over the canvas: type a part of a class name, Enter takes the first that fits. It deletes itself when
/// it closes.
class ClassPicker : public QFrame
{
    Q_OBJECT

public:
    ClassPicker(const QList<LabelClass> &classes, QWidget *canvas);

    void open();

Q_SIGNALS:
    void picked(boxwright::ClassId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void pickCurrent();

    QList<LabelClass> m_classes;
    QLineEdit *m_text;
    QListWidget *m_list;
};

} // namespace boxwright
