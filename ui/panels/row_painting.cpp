// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/row_painting.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace boxwright {

namespace {

constexpr int kMargin = 14;
constexpr int kSwatch = 12;
constexpr int kKeyCap = 18;

void paintKeyCap(QPainter &painter, const QRect &rect, const QString &key, const Tokens &tokens)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.border);
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(tokens.dim);
    painter.setFont(themeFont(11));
    painter.drawText(rect, Qt::AlignCenter, key);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

void paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option, const Tokens &tokens)
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, tokens.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, tokens.hover);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()), tokens.accent);
}

QRect rowSwatchRect(const QRect &row)
{
    return {row.left() + kMargin, row.top() + (row.height() - kSwatch) / 2, kSwatch, kSwatch};
}

QRect rowTextRect(const QRect &row, int trailingWidth)
{
    const int left = kMargin + kSwatch + 9;
    return {row.left() + left, row.top(), row.width() - left - kMargin - trailingWidth, row.height()};
}

void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const RowContent &content)
{
    const Tokens &tokens = tokensFor(option.palette);
    painter.save();
    paintRowBackground(painter, option, tokens);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(content.swatch);
    painter.drawRoundedRect(rowSwatchRect(option.rect), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);

    int right = option.rect.right() - kMargin + 1;
    if (content.hasKeyRoom) {
        const int width = std::max<int>(kKeyCap, 8 + 7 * int(content.key.size()));
        if (!content.key.isEmpty())
            paintKeyCap(painter,
                        {right - width, option.rect.top() + (option.rect.height() - kKeyCap) / 2, width, kKeyCap},
                        content.key, tokens);
        right -= width + 8;
    }
    painter.setFont(themeFont(12));
    const int trailing = painter.fontMetrics().horizontalAdvance(content.trailing);
    painter.setPen(option.state.testFlag(QStyle::State_Selected) ? tokens.text : tokens.dim);
    painter.drawText(QRect(right - trailing, option.rect.top(), trailing, option.rect.height()),
                     Qt::AlignVCenter | Qt::AlignRight, content.trailing);
    right -= trailing + 8;
    painter.setFont(themeFont(13));
    painter.setPen(tokens.text);
    QRect text = rowTextRect(option.rect, 0);
    text.setRight(right);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(content.text, Qt::ElideRight, text.width()));
    painter.restore();
}

} // namespace boxwright
