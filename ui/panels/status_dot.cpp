// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/status_dot.h"

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QVariant>

namespace boxwright {

StatusDot::StatusDot(QWidget *parent)
    : QLabel(parent)
{
    setFixedSize(14, 14);
}

void StatusDot::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(palette());
    const QString level = property("level").toString();
    const QColor color = level == QLatin1String("ok")     ? tokens.ok
                         : level == QLatin1String("bad")  ? tokens.bad
                         : level == QLatin1String("warn") ? tokens.warn
                                                          : tokens.dim;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(3, 3, 8, 8));
}

} // namespace boxwright
