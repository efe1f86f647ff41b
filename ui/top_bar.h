// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace boxwright {

class Actions;
class ProjectSession;

/// The bar at the top: the project's name with the menu, whether everything is saved in words, undo and redo by the
/// name of the step, and Export. Owned by the main window; GUI thread.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    TopBar(Actions &actions, QWidget *parent = nullptr);

    /// nullptr: no project is open.
    void setSession(ProjectSession *session);
    /// Called each time before the menu opens.
    void setMenuFiller(std::function<void(QMenu &)> filler) { m_fillMenu = std::move(filler); }
    void openMenu();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(Actions &actions);
    void fitSearch();
    void showSaved(bool isSaved);
    void showSavingFailed(const Error &error);
    void refreshUndo();

    Actions &m_actions;
    ProjectSession *m_session = nullptr;
    std::function<void(QMenu &)> m_fillMenu;
    QToolButton *m_name = nullptr;
    QLabel *m_light = nullptr;
    QLabel *m_saved = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_search = nullptr;
    QToolButton *m_undo = nullptr;
    QToolButton *m_redo = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace boxwright
