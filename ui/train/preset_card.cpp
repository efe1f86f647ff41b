// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/preset_card.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace boxwright {

namespace {

constexpr int kRadius = 8;
constexpr int kPadding = 12;
constexpr int kLineGap = 4;
constexpr int kTitlePixels = 13;

} // namespace

PresetCard::PresetCard(const QString &title, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PresetCard::setDetail(const QString &detail)
{
    m_detail = detail;
    setAccessibleDescription(detail);
    updateGeometry();
    update();
}

QSize PresetCard::sizeHint() const
{
    const QFontMetrics title(themeFont(kTitlePixels, true));
    const QFontMetrics line(themeFont(kTitlePixels));
    const int width = std::max(title.horizontalAdvance(text()), line.horizontalAdvance(m_detail));
    return {width + 2 * kPadding, title.height() + kLineGap + line.height() + 2 * kPadding - 4};
}

QSize PresetCard::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void PresetCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(palette());
    const bool isMarked = isChecked();
    const qreal border = isMarked || hasFocus() ? 2 : 1;
    QColor edge = isMarked ? tokens.accent : tokens.border;
    if (!isMarked && (hasFocus() || underMouse()))
        edge = tokens.dim;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, border));
    painter.setBrush(isDown() ? tokens.selection : tokens.raised);
    const qreal inset = border / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);

    const QRect inner = rect().adjusted(kPadding, kPadding - 2, -kPadding, -kPadding + 2);
    const QFont titleFont = themeFont(kTitlePixels, true);
    const QFont lineFont = themeFont(kTitlePixels);
    painter.setFont(titleFont);
    painter.setPen(isEnabled() ? tokens.text : tokens.dim);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, text());
    painter.setFont(lineFont);
    painter.setPen(tokens.dim);
    const QString line = QFontMetrics(lineFont).elidedText(m_detail, Qt::ElideRight, inner.width());
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, line);
}

void PresetCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void PresetCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace boxwright
