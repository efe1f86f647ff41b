// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "core/jobs/job.h"
#include "core/session/project_images.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/keys_dialog.h"
#include "ui/panels/panel_parts.h"
#include "ui/sample_project.h"
#include "ui/search_popup.h"
#include "ui/start_page.h"
#include "ui/top_bar.h"
#include "ui/workspace.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kMaxRecent = 10;
const QString kThemeSetting = QStringLiteral("window/theme");
const QString kGeometrySetting = QStringLiteral("window/geometry");
const QString kRecentSetting = QStringLiteral("projects/recent");

} // namespace

MainWindow::MainWindow(QSettings &settings, BackendSource backend)
    : m_settings(settings)
    , m_backend(std::move(backend))
    , m_actions(this)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    resize(1400, 880);
    setMinimumSize(760, 480);
    build();
    connectActions();
    setProjectActionsEnabled(false);
    m_startPage->setFocus();
    restoreGeometry(m_settings.value(kGeometrySetting).toByteArray());
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_topBar = new TopBar(m_actions, central);
    m_topBar->setMenuFiller([this](QMenu &menu) { fillMenu(menu); });
    m_stack = new QStackedWidget(central);
    m_startPage = new StartPage(m_stack);
    m_startPage->setRecentProjects(recentProjects());
    m_stack->addWidget(m_startPage);
    layout->addWidget(m_topBar);
    layout->addWidget(makeLine(central));
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);

    connect(m_startPage, &StartPage::folderWanted, this, &MainWindow::chooseFolder);
    connect(m_startPage, &StartPage::projectWanted, this, &MainWindow::chooseProject);
    connect(m_startPage, &StartPage::sampleWanted, this, &MainWindow::makeSample);
    connect(m_startPage, &StartPage::recentChosen, this, &MainWindow::open);
}

void MainWindow::connectActions()
{
    const auto on = [this](Act act, auto &&what) {
        connect(m_actions[act], &QAction::triggered, this, std::forward<decltype(what)>(what));
    };
    on(Act::OpenFolder, [this] { chooseFolder(); });
    on(Act::OpenProject, [this] { chooseProject(); });
    on(Act::NewProject, [this] { take(makeNewProject(this)); });
    on(Act::AddImages, [this] { addImages(); });
    on(Act::CloseProject, [this] { closeProject(); });
    on(Act::Quit, [this] { close(); });
    on(Act::Menu, [this] { m_topBar->openMenu(); });
    on(Act::Search, [this] { search(); });
    on(Act::ShowKeys, [this] { KeysDialog(m_actions.keyRows(), this).exec(); });
    on(Act::Undo, [this] { m_workspace->undo(); });
    on(Act::Redo, [this] { m_workspace->redo(); });
}

void MainWindow::setProjectActionsEnabled(bool isEnabled)
{
    for (const Act act :
         {Act::AddImages, Act::FindMoved, Act::Import, Act::Export, Act::OpenCloudModel, Act::OpenCloudLog,
          Act::CloseProject, Act::ShowLabelPage, Act::ShowTrainPage, Act::ShowReviewPage, Act::ShowDataPage,
          Act::ShowModelsPage, Act::PauseTraining, Act::FindImages, Act::DetectAll, Act::NextPane})
        m_actions[act]->setEnabled(isEnabled);
}

void MainWindow::open(const QString &path)
{
    if (isModelPath(path)) {
        openModel(path);
        return;
    }
    take(openPath(this, path));
}

void MainWindow::openModel(const QString &path)
{
    if (m_workspace) {
        m_workspace->openModel(path);
        return;
    }
    m_waitingModel = path;
    m_startPage->showWaitingModel(QFileInfo(path).fileName());
}

void MainWindow::take(OpenedSession opened)
{
    if (!opened) {
        if (!opened.error().message.isEmpty())
            tellError(this, opened.error());
        return;
    }
    // The project that is open already would be held by this very program, and so be for reading only.
    if (m_workspace && (*opened)->path() == m_workspace->session().path()) {
        m_workspace->showPage(Workspace::Label);
        return;
    }
    if (!closeProject())
        return;
    std::unique_ptr<ProjectSession> session = std::move(*opened);
    remember(session->path());
    setWindowTitle(session->name() + QStringLiteral(" - ") + QApplication::applicationName());
    ProjectSession *taken = session.get();
    m_workspace = new Workspace(std::move(session), {m_actions, m_settings, m_backend}, m_stack);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    m_topBar->setSession(taken);
    setProjectActionsEnabled(true);
    m_workspace->showPage(Workspace::Label);
    if (!m_waitingModel.isEmpty())
        m_workspace->openModel(std::exchange(m_waitingModel, {}));
    m_startPage->showWaitingModel({});
    if (!taken->notes().isEmpty())
        tellInformation(this, taken->notes().join(QLatin1Char('\n')));
}

bool MainWindow::closeProject()
{
    if (!m_workspace)
        return true;
    if (m_workspace->training().isRunning() &&
        !askToGoOn(this, tr("A training is running. Closing the project stops it; its best model so far is kept."),
                   tr("Stop and close")))
        return false;
    ProjectSession &session = m_workspace->session();
    if (!session.isReadOnly() && !session.waitForSaved() &&
        !askToGoOn(this, tr("Some edits could not be saved. Closing now loses them."), tr("Close and lose them")))
        return false;
    m_topBar->setSession(nullptr);
    m_stack->removeWidget(m_workspace);
    const std::unique_ptr<Workspace> closed(m_workspace);
    m_workspace = nullptr;
    setProjectActionsEnabled(false);
    setWindowTitle(QApplication::applicationName());
    m_startPage->setRecentProjects(recentProjects());
    m_startPage->setFocus();
    return true;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(kGeometrySetting, saveGeometry());
    event->setAccepted(closeProject());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    open(event->mimeData()->urls().first().toLocalFile());
}

void MainWindow::fillMenu(QMenu &menu)
{
    menu.addActions({m_actions[Act::OpenFolder], m_actions[Act::OpenProject], m_actions[Act::NewProject]});
    QMenu *recent = menu.addMenu(tr("Open recent"));
    for (const QString &path : recentProjects())
        recent->addAction(QDir::toNativeSeparators(path), this, [this, path] { open(path); });
    recent->setEnabled(!recent->isEmpty());
    if (m_workspace) {
        menu.addSeparator();
        menu.addActions({m_actions[Act::AddImages], m_actions[Act::FindMoved]});
        menu.addSeparator();
        menu.addActions({m_actions[Act::Import], m_actions[Act::Export]});
        menu.addActions({m_actions[Act::OpenCloudModel], m_actions[Act::OpenCloudLog]});
        menu.addSeparator();
        menu.addActions({m_actions[Act::Undo], m_actions[Act::Redo]});
        menu.addSeparator();
        menu.addActions({m_actions[Act::FindImages], m_actions[Act::DetectAll]});
    }
    menu.addSeparator();
    fillThemeMenu(*menu.addMenu(tr("Theme")));
    menu.addAction(m_actions[Act::ShowKeys]);
    menu.addSeparator();
    if (m_workspace)
        menu.addAction(m_actions[Act::CloseProject]);
    menu.addAction(m_actions[Act::Quit]);
}

ThemeChoice MainWindow::themeChoice(const QSettings &settings)
{
    const QString name = settings.value(kThemeSetting).toString();
    return name == QLatin1String("dark")    ? ThemeChoice::Dark
           : name == QLatin1String("light") ? ThemeChoice::Light
                                            : ThemeChoice::System;
}

void MainWindow::fillThemeMenu(QMenu &menu)
{
    struct Choice
    {
        ThemeChoice choice;
        QString name;
        QString text;
    };
    const Choice choices[] = {{ThemeChoice::System, QStringLiteral("system"), tr("As the desktop")},
                              {ThemeChoice::Dark, QStringLiteral("dark"), tr("Dark")},
                              {ThemeChoice::Light, QStringLiteral("light"), tr("Light")}};
    auto *group = new QActionGroup(&menu);
    for (const Choice &choice : choices) {
        QAction *action = menu.addAction(choice.text, this, [this, choice] {
            m_settings.setValue(kThemeSetting, choice.name);
            applyTheme(*qApp, choice.choice);
            m_topBar->setSession(m_workspace ? &m_workspace->session() : nullptr);
        });
        action->setCheckable(true);
        action->setChecked(themeChoice(m_settings) == choice.choice);
        group->addAction(action);
    }
}

void MainWindow::search()
{
    QList<SearchEntry> entries;
    for (const Actions::Offer &offer : m_actions.offers()) {
        if (offer.isAboutImage && !m_workspace)
            continue;
        entries.append({offer.text, offer.keys, {}, [this, offer] {
                            if (offer.isAboutImage)
                                m_workspace->showPage(Workspace::Label);
                            offer.action->trigger();
                        }});
    }
    if (m_workspace)
        entries += m_workspace->searchEntries();
    (new SearchPopup(entries, this))->open();
}

void MainWindow::chooseFolder()
{
    const QString folder = askFolder(this, tr("Choose a folder of images"));
    if (!folder.isEmpty())
        take(openImageFolder(this, folder));
}

void MainWindow::chooseProject()
{
    const QString path = askOpenFile(this, tr("Open a project"), {}, projectFileFilter());
    if (!path.isEmpty())
        open(path);
}

void MainWindow::addImages()
{
    const QString folder = askFolder(this, tr("Add a folder of images"), m_workspace->session().folder());
    if (folder.isEmpty())
        return;
    const Result<qsizetype> added = addImageFolder(m_workspace->session(), folder);
    if (!added)
        tellError(this, added.error());
    else
        m_workspace->showMessage(tr("%n image(s) added.", nullptr, int(*added)));
}

void MainWindow::makeSample()
{
    const QString folder = sampleFolder();
    if (QFileInfo::exists(sampleProjectPath(folder))) {
        open(sampleProjectPath(folder));
        return;
    }
    m_sampleJob = std::make_unique<Job>([this, folder](const CancelFlag &cancel, const ProgressSink &progress) {
        return Job::Deliver(
            [this, folder, drawn = drawSample(folder, cancel, progress)] { finishSample(folder, drawn); });
    });
    connect(m_sampleJob.get(), &Job::progressed, this, [this](const Progress &progress) {
        m_startPage->showWork(tr("Drawing the sample..."),
                              progress.total ? double(progress.done) / double(progress.total) : 0);
    });
    connect(m_sampleJob.get(), &Job::failed, this,
            [this, folder](const Error &error) { finishSample(folder, failure(error)); });
    m_startPage->showWork(tr("Drawing the sample..."), 0);
    m_sampleJob->start(QThread::NormalPriority);
}

void MainWindow::finishSample(const QString &folder, const Result<> &drawn)
{
    m_startPage->showWork({}, 0);
    if (!drawn)
        tellError(this, drawn.error());
    else
        take(makeSampleProject(folder));
}

void MainWindow::remember(const QString &projectPath)
{
    QStringList recent = recentProjects();
    recent.removeAll(projectPath);
    recent.prepend(projectPath);
    m_settings.setValue(kRecentSetting, recent.mid(0, kMaxRecent));
}

QStringList MainWindow::recentProjects() const
{
    QStringList recent = m_settings.value(kRecentSetting).toStringList();
    recent.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return recent;
}

} // namespace boxwright
