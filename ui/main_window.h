// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/backend_source.h"
#include "ui/actions.h"
#include "ui/project_door.h"
#include "ui/theme/theme.h"

#include <QMainWindow>

class QSettings;
class QStackedWidget;

namespace boxwright {

class Job;
class StartPage;
class TopBar;
class Workspace;

/// The window: assembles the top bar with either the start page or the workspace of the open project, and opens, closes
/// and asks. Owned by main(); GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The settings outlive the window.
    MainWindow(QSettings &settings, BackendSource backend);
    ~MainWindow() override;

    /// Opens a project file, a folder of images, or a model (of the cloud or a model folder), which waits for a project
    /// where none is open; says so where that fails.
    void open(const QString &path);
    /// nullptr while no project is open.
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }

    /// What the settings say.
    static ThemeChoice themeChoice(const QSettings &settings);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void connectActions();
    void take(OpenedSession opened);
    void openModel(const QString &path);
    bool closeProject();
    void fillMenu(QMenu &menu);
    void fillThemeMenu(QMenu &menu);
    void chooseFolder();
    void chooseProject();
    void addImages();
    void makeSample();
    void search();
    void finishSample(const QString &folder, const Result<> &drawn);
    void remember(const QString &projectPath);
    [[nodiscard]] QStringList recentProjects() const;
    void setProjectActionsEnabled(bool isEnabled);

    QSettings &m_settings;
    BackendSource m_backend;
    Actions m_actions;
    TopBar *m_topBar = nullptr;
    QStackedWidget *m_stack = nullptr;
    StartPage *m_startPage = nullptr;
    Workspace *m_workspace = nullptr;
    QString m_waitingModel; ///< opened before any project was
    std::unique_ptr<Job> m_sampleJob;
};

} // namespace boxwright
