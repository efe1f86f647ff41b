// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/growing_area.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kFrame = 48; ///< of a window: its title and edges

int roomOf(const QScreen &screen)
{
    return screen.availableGeometry().height() - kFrame;
}

/// Words take more lines where there is little room.
int heightAt(int width, const QLayoutItem &item)
{
    return item.hasHeightForWidth() ? item.minimumHeightForWidth(width) : item.minimumSize().height();
}

} // namespace

GrowingArea::GrowingArea(QWidget *content, QWidget *dialog)
    : QScrollArea(dialog)
    , m_dialog(*dialog)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setWidget(content);
    m_dialog.installEventFilter(this);
}

QSize GrowingArea::wanted() const
{
    const QLayout *layout = widget()->layout();
    const int least = std::max(widget()->minimumSizeHint().width(), widget()->minimumWidth());
    const int height = heightAt(std::max(least, viewport()->width()), *layout);
    const int room = roomOf(*screen()) - heightOfOthers();
    if (height <= room)
        return {least, height};
    return {least + verticalScrollBar()->sizeHint().width(), std::max(room, 0)};
}

int GrowingArea::heightOfOthers() const
{
    const QLayout *layout = m_dialog.layout();
    const QMargins margins = layout->contentsMargins();
    const int width = m_dialog.width() - margins.left() - margins.right();
    int height = margins.top() + margins.bottom();
    for (int i = 0; i < layout->count(); ++i) {
        const QLayoutItem &item = *layout->itemAt(i);
        if (!item.isEmpty() && layout->itemAt(i)->widget() != this)
            height += heightAt(width, item) + layout->spacing();
    }
    return height;
}

void GrowingArea::fit()
{
    if (const QSize now = wanted(); now != m_wanted) {
        m_wanted = now;
        updateGeometry();
    }
    // What appears makes the dialog grow before it is asked here.
    if (const int most = roomOf(*screen()); m_dialog.height() > most) {
        m_dialog.layout()->activate();
        m_dialog.resize(m_dialog.width(), most);
    }
}

void GrowingArea::keepOnScreen()
{
    const QRect frame = m_dialog.frameGeometry();
    const QRect room = screen()->availableGeometry();
    if (frame.bottom() > room.bottom())
        m_dialog.move(frame.x(), std::max(room.top(), room.bottom() - frame.height()));
}

bool GrowingArea::eventFilter(QObject *object, QEvent *event)
{
    const bool isDone = QScrollArea::eventFilter(object, event);
    if (event->type() == QEvent::LayoutRequest && m_dialog.layout())
        fit();
    if (object == &m_dialog && event->type() == QEvent::Resize && m_dialog.isVisible())
        keepOnScreen();
    return isDone;
}

} // namespace boxwright
