// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace boxwright {

/// A small light. Its property "level" is ok, busy, warn or bad; words beside it always say the same.
class StatusDot : public QLabel
{
    Q_OBJECT

public:
    explicit StatusDot(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace boxwright
