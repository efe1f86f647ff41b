// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rail.h"

#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kWidth = 64;
constexpr int kButtonHeight = 58;

} // namespace

RailButton::RailButton(Icon icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
}

QSize RailButton::sizeHint() const
{
    return {kWidth, kButtonHeight};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensFor(palette());
    const QColor color = isChecked() ? tokens.accent : underMouse() ? tokens.text : tokens.dim;
    if (isChecked())
        painter.fillRect(QRect(0, 0, 2, height()), tokens.accent);
    if (hasFocus()) {
        painter.setPen(tokens.accent);
        painter.drawRoundedRect(QRectF(rect()).adjusted(4.5, 2.5, -4.5, -2.5), 6, 6);
    }
    paintIcon(painter, m_icon, QRectF(width() / 2.0 - 12, 9, 24, 24), color);
    painter.setPen(color);
    painter.setFont(themeFont(11));
    painter.drawText(QRect(0, 36, width(), 16), Qt::AlignCenter, text());
}

Rail::Rail(QWidget *parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    setKind(*this, "panel");
    setFixedWidth(kWidth);
    m_layout->setContentsMargins(0, 6, 0, 6);
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::pageChosen);
}

void Rail::addPage(Icon icon, const QString &text, const char *objectName)
{
    auto *button = new RailButton(icon, text, this);
    button->setObjectName(QLatin1String(objectName));
    const int index = int(m_group->buttons().size());
    m_group->addButton(button, index);
    m_layout->insertWidget(index, button);
}

void Rail::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

} // namespace boxwright
