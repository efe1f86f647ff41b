// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/top_bar.h"

#include "core/session/project_session.h"
#include "ui/actions.h"
#include "ui/panels/status_dot.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>

namespace boxwright {

namespace {

constexpr int kHeight = 40;
constexpr int kMaxNameWidth = 360;
constexpr int kMinSearchWidth = 1100;

} // namespace

TopBar::TopBar(Actions &actions, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
{
    setObjectName(QStringLiteral("topBar"));
    setKind(*this, "bar");
    setFixedHeight(kHeight);
    build(actions);
    setSession(nullptr);
}

void TopBar::build(Actions &actions)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(6);
    m_name = new QToolButton(this);
    m_name->setObjectName(QStringLiteral("projectMenu"));
    m_name->setAccessibleName(tr("Menu"));
    m_name->setToolTip(tr("Menu (F10)"));
    m_name->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_name->setLayoutDirection(Qt::RightToLeft); // the chevron stands behind the name
    m_name->setPopupMode(QToolButton::InstantPopup);
    setKind(*m_name, "title");
    auto *menu = new QMenu(m_name);
    menu->setLayoutDirection(Qt::LeftToRight);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        if (m_fillMenu)
            m_fillMenu(*menu);
    });
    m_name->setMenu(menu);
    m_light = new StatusDot(this);
    m_light->setObjectName(QStringLiteral("savedLight"));
    m_saved = new QLabel(this);
    m_saved->setObjectName(QStringLiteral("savedText"));
    setKind(*m_saved, "dim");
    m_retry = new QPushButton(tr("Retry"), this);
    m_retry->setObjectName(QStringLiteral("retrySaving"));
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_saved->setText(tr("saving..."));
        m_retry->hide();
        m_session->retrySaving();
    });

    m_search = new QPushButton(tr("Search actions, images, classes...    Ctrl+K"), this);
    m_search->setObjectName(QStringLiteral("searchButton"));
    setKind(*m_search, "search");
    connect(m_search, &QPushButton::clicked, actions[Act::Search], &QAction::trigger);

    m_undo = new QToolButton(this);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_redo = new QToolButton(this);
    m_redo->setObjectName(QStringLiteral("redoButton"));
    for (QToolButton *button : {m_undo, m_redo}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setKind(*button, "quiet");
    }
    m_redo->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(m_undo, &QToolButton::clicked, actions[Act::Undo], &QAction::trigger);
    connect(m_redo, &QToolButton::clicked, actions[Act::Redo], &QAction::trigger);
    m_export = new QPushButton(tr("Export..."), this);
    m_export->setObjectName(QStringLiteral("exportButton"));
    connect(m_export, &QPushButton::clicked, actions[Act::Export], &QAction::trigger);

    layout->addWidget(m_name);
    layout->addSpacing(2);
    layout->addWidget(m_light);
    layout->addWidget(m_saved);
    layout->addWidget(m_retry);
    layout->addStretch(1);
    layout->addWidget(m_search);
    layout->addStretch(1);
    layout->addWidget(m_undo);
    layout->addWidget(m_redo);
    layout->addSpacing(4);
    layout->addWidget(m_export);
}

void TopBar::setSession(ProjectSession *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(&m_session->document().undoStack(), nullptr, this, nullptr);
    }
    m_session = session;
    const Tokens &tokens = tokensFor(palette());
    m_name->setIcon(makeIcon(Icon::Chevron, tokens.dim, 14));
    m_name->setText(session ? m_name->fontMetrics().elidedText(session->name(), Qt::ElideMiddle, kMaxNameWidth)
                            : QStringLiteral("Boxwright"));
    for (QWidget *widget :
         {static_cast<QWidget *>(m_light), static_cast<QWidget *>(m_saved), static_cast<QWidget *>(m_undo),
          static_cast<QWidget *>(m_redo), static_cast<QWidget *>(m_export)})
        widget->setVisible(session != nullptr);
    m_retry->hide();
    fitSearch();
    refreshUndo();
    if (!session)
        return;
    connect(session, &ProjectSession::savedChanged, this, &TopBar::showSaved);
    connect(session, &ProjectSession::savingFailed, this, &TopBar::showSavingFailed);
    connect(&session->document().undoStack(), &QUndoStack::indexChanged, this, &TopBar::refreshUndo);
    showSaved(session->isSaved());
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitSearch();
}

/// A small window needs the room for what only stands here; the key works all the same.
void TopBar::fitSearch()
{
    m_search->setVisible(m_session && width() >= kMinSearchWidth);
}

void TopBar::openMenu()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->showMenu();
}

void TopBar::showSaved(bool isSaved)
{
    setKind(*m_saved, "dim");
    m_retry->hide();
    m_saved->setToolTip({});
    if (m_session->isReadOnly()) {
        const QString holder = m_session->holder();
        m_light->setProperty("level", QStringLiteral("warn"));
        m_saved->setText(holder.isEmpty() ? tr("read only") : tr("read only: open in %1").arg(holder));
    } else {
        m_light->setProperty("level", isSaved ? QStringLiteral("ok") : QStringLiteral("busy"));
        m_saved->setText(isSaved ? tr("all saved") : tr("saving..."));
    }
    m_light->update();
}

void TopBar::showSavingFailed(const Error &error)
{
    m_light->setProperty("level", QStringLiteral("bad"));
    m_light->update();
    setKind(*m_saved, "bad");
    m_saved->setText(tr("not saved: %1").arg(error.message));
    m_saved->setToolTip(error.detail);
    m_retry->show();
}

void TopBar::refreshUndo()
{
    QUndoStack *stack = m_session ? &m_session->document().undoStack() : nullptr;
    const Tokens &tokens = tokensFor(palette());
    m_undo->setIcon(makeIcon(Icon::Undo, tokens.dim, 16));
    m_redo->setIcon(makeIcon(Icon::Redo, tokens.dim, 16));
    m_undo->setEnabled(stack && stack->canUndo());
    m_redo->setEnabled(stack && stack->canRedo());
    m_undo->setText(stack && stack->canUndo() ? stack->undoText() : tr("Undo"));
    m_undo->setToolTip(stack && stack->canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(stack->undoText())
                                                 : tr("Nothing to undo"));
    m_redo->setToolTip(stack && stack->canRedo() ? tr("Redo: %1 (Ctrl+Shift+Z)").arg(stack->redoText())
                                                 : tr("Nothing to redo"));
    m_undo->setAccessibleName(m_undo->toolTip());
    m_redo->setAccessibleName(m_redo->toolTip());
    m_actions[Act::Undo]->setEnabled(m_undo->isEnabled());
    m_actions[Act::Redo]->setEnabled(m_redo->isEnabled());
}

} // namespace boxwright
