// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QAbstractButton>
#include <QFrame>

class QButtonGroup;
class QVBoxLayout;

namespace boxwright {

/// One page on the rail: its sign above its name.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(Icon icon, const QString &text, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
};

/// The pages of the program, at the left edge. Owned by the workspace; GUI thread.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// Pages get the indexes 0, 1, ... in the order in which they are added.
    void addPage(Icon icon, const QString &text, const char *objectName);
    void setCurrent(int index);

Q_SIGNALS:
    void pageChosen(int index);

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_layout;
};

} // namespace boxwright
