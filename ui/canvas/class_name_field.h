// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace boxwright {

/// A small field at a box on the canvas: type the name of its class, Enter. Esc or leaving it drops the box.
class ClassNameField : public QLineEdit
{
    Q_OBJECT

public:
    explicit ClassNameField(QWidget *canvas);

    /// Opens at the box's place in the canvas.
    void ask(const QRect &boxInCanvas);

Q_SIGNALS:
    /// The name, or an empty text where the person gave up.
    void answered(const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void finish(const QString &name);

    bool m_isAsking = false;
};

} // namespace boxwright
