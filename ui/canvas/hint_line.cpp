// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/hint_line.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QSettings>
#include <QTimerEvent>

namespace boxwright {

namespace {

constexpr int kUsesUntilKnown = 3;
constexpr int kMessageMilliseconds = 4500;

QString settingOf(const QString &id)
{
    return QStringLiteral("hints/") + id;
}

} // namespace

HintLine::HintLine(QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("hintLine"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    parent->installEventFilter(this);
    refresh();
}

void HintLine::setHint(const Hint &hint)
{
    if (hint.id == m_hint.id && hint.text == m_hint.text)
        return;
    m_hint = hint;
    refresh();
}

void HintLine::countUse(const QString &id)
{
    const QString setting = settingOf(id);
    const int uses = m_settings.value(setting).toInt();
    if (uses >= kUsesUntilKnown)
        return;
    m_settings.setValue(setting, uses + 1);
    refresh();
}

void HintLine::showMessage(const QString &text)
{
    m_message = text;
    if (m_messageTimer)
        killTimer(m_messageTimer);
    m_messageTimer = startTimer(kMessageMilliseconds);
    refresh();
}

QString HintLine::shownText() const
{
    if (!m_message.isEmpty())
        return m_message;
    const bool isKnown = m_settings.value(settingOf(m_hint.id)).toInt() >= kUsesUntilKnown;
    return isKnown || m_hint.id.isEmpty() ? QString() : m_hint.text;
}

void HintLine::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_messageTimer)
        return;
    killTimer(m_messageTimer);
    m_messageTimer = 0;
    m_message.clear();
    refresh();
}

void HintLine::refresh()
{
    const QString text = shownText();
    setVisible(!text.isEmpty());
    setAccessibleName(text);
    place();
    update();
}

void HintLine::place()
{
    const QFontMetrics metrics(themeFont(12));
    const int room = parentWidget()->width() - 24;
    const int width = std::min(metrics.horizontalAdvance(shownText()) + 28, room);
    const int height = metrics.height() + 10;
    setGeometry((parentWidget()->width() - width) / 2, parentWidget()->height() - height - 14, width, height);
}

void HintLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensFor(palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.chip);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setPen(tokens.onChip);
    painter.setFont(themeFont(12));
    painter.drawText(rect(), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(shownText(), Qt::ElideRight, width() - 20));
}

bool HintLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace boxwright
