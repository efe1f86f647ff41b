// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/train_page.h"

#include "core/jobs/job.h"
#include "core/session/cloud_run.h"
#include "ui/dialogs/ask.h"
#include "ui/project_models/model_entries.h"
#include "ui/theme/theme.h"
#include "ui/train/device_chooser.h"
#include "ui/train/runs_model.h"
#include "ui/train/start_chooser.h"
#include "ui/train/training_monitor.h"
#include "ui/train/training_setup.h"
#include "ui/train/training_speed.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kSetupWidth = 340;
constexpr int kRefreshMs = 300;
constexpr int kCellPadding = 5;
constexpr quint64 kSeed = 1; ///< the same images are put aside for validation in every run

/// Cells with the same air at their sides as the headers have.
class PaddedDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * kCellPadding, 0);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        QStyleOptionViewItem inner = option;
        inner.rect.adjust(kCellPadding, 0, -kCellPadding, 0);
        QStyledItemDelegate::paint(painter, inner, index);
    }
};

} // namespace

TrainPage::TrainPage(ProjectSession &session, TrainingRunner &runner, OpenedModels &opened, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_runner(runner)
    , m_opened(opened)
{
    setObjectName(QStringLiteral("trainPage"));
    auto *panel = new QFrame;
    setKind(*panel, "panel");
    panel->setFixedWidth(kSetupWidth);
    m_setup = new TrainingSetup(session);
    auto *panelLayout = new QVBoxLayout(panel);
    panelLayout->setContentsMargins(0, 0, 0, 0);
    panelLayout->addWidget(m_setup);
    auto *line = new QFrame;
    setKind(*line, "line");
    line->setFixedWidth(1);

    m_monitor = new TrainingMonitor(runner);
    m_top = new QStackedWidget;
    m_top->addWidget(buildEmptyState());
    m_top->addWidget(m_monitor);
    m_runs = buildRuns();
    auto *right = new QVBoxLayout;
    right->setContentsMargins(20, 16, 20, 16);
    right->setSpacing(16);
    right->addWidget(m_top, 3);
    right->addWidget(m_runs, 2);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(panel);
    layout->addWidget(line);
    layout->addLayout(right, 1);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &TrainPage::refresh);
    connect(&session.document(), &Document::changed, this, [this] {
        m_areImagesStale = true;
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(&opened, &OpenedModels::changed, this, [this] {
        m_areRunsStale = true;
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(m_setup, &TrainingSetup::trainRequested, this, &TrainPage::start);
    followRunner();
}

TrainPage::~TrainPage() = default;

void TrainPage::startFrom(const QString &model)
{
    m_areRunsStale = true;
    refresh();
    m_setup->start().choose(model);
}

void TrainPage::setModelInUse(const QString &folder)
{
    m_modelInUse = folder;
    m_areRunsStale = true;
    if (isVisible())
        refresh();
}

void TrainPage::train()
{
    refresh();
    m_setup->requestTraining();
}

void TrainPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    if (!m_deviceJob)
        findDevices();
}

/// Who comes here is about to train: the detector's engine is loaded meanwhile, and tells of GPUs.
void TrainPage::findDevices()
{
    m_deviceJob = std::make_unique<Job>(
        [this, source = m_runner.backend()](const CancelFlag &, const ProgressSink &) -> Job::Deliver {
            const Result<DetectorBackend *> backend = source();
            if (!backend) // the training will say why
                return [] {};
            return [this, devices = (*backend)->devices()] { m_setup->device().setDevices(devices); };
        });
    m_deviceJob->start();
}

QWidget *TrainPage::buildEmptyState()
{
    auto *title = new QLabel(tr("Teach this computer to find your objects"));
    title->setFont(themeFont(15, true));
    const QStringList steps{
        tr("1.  Draw boxes on some images of the Label page: press W or just drag. Twenty of each class are a start."),
        tr("2.  Press Train here. Go on labelling meanwhile: the training works with the labels of that moment."),
        tr("3.  When it is done, what it finds appears on the other images as suggestions. Enter accepts one."),
        tr("4.  Correct, train again, and watch the mAP rise: 0 finds nothing, 1 finds everything exactly."),
    };
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("trainEmpty"));
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(title);
    for (const QString &step : steps) {
        auto *words = new QLabel(step);
        words->setWordWrap(true);
        setKind(*words, "dim");
        layout->addWidget(words);
    }
    layout->addStretch(2);
    return page;
}

QWidget *TrainPage::buildRuns()
{
    m_model = new RunsModel(this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("runs"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setItemDelegate(new PaddedDelegate(m_table));
    m_table->setAlternatingRowColors(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Runs"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *heading = new QLabel(tr("Runs"));
    setKind(*heading, "heading");
    m_use = new QPushButton(tr("Use this model"));
    m_use->setObjectName(QStringLiteral("useModel"));
    m_use->setToolTip(tr("Suggestions come from this run's best model from now on."));
    auto *cloud = new QPushButton(tr("Open the log of a training in the cloud..."));
    cloud->setObjectName(QStringLiteral("openCloudLog"));
    setKind(*cloud, "link");
    cloud->setEnabled(!m_session.isReadOnly());
    connect(cloud, &QPushButton::clicked, this, &TrainPage::askForCloudLog);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(heading);
    head->addStretch(1);
    head->addWidget(cloud);
    head->addWidget(m_use);
    auto *runs = new QWidget;
    auto *layout = new QVBoxLayout(runs);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrainPage::selectRun);
    connect(m_table, &QTableView::doubleClicked, this, &TrainPage::useSelectedModel);
    connect(m_use, &QPushButton::clicked, this, &TrainPage::useSelectedModel);
    return runs;
}

void TrainPage::followRunner()
{
    const auto runsChanged = [this] {
        m_areRunsStale = true;
        m_setup->setRunning(m_runner.isRunning());
        if (isVisible())
            refresh();
    };
    connect(&m_runner, &TrainingRunner::started, this, runsChanged);
    connect(&m_runner, &TrainingRunner::epochFinished, this, runsChanged);
    connect(&m_runner, &TrainingRunner::failed, this, runsChanged);
    connect(&m_runner, &TrainingRunner::finished, this, [this, runsChanged](const TrainingOutcome &outcome) {
        const TrainingRequest &request = m_runner.request();
        rememberTrainingSpeed(request.hyperparameters.baseNetwork, {request.threads, request.device, request.precision},
                              m_monitor->imagesPerSecond());
        m_setup->updateEstimates();
        runsChanged();
        if (outcome.epochs > 0)
            Q_EMIT modelReady(outcome.bestModel);
    });
    m_setup->setRunning(m_runner.isRunning());
}

void TrainPage::start(const TrainingRequest &request)
{
    m_runner.start(request);
}

void TrainPage::refresh()
{
    if (m_areImagesStale)
        readImages();
    if (m_areRunsStale)
        readRunsAgain();
}

void TrainPage::readImages()
{
    m_areImagesStale = false;
    m_setup->setSnapshot(trainingSnapshot(m_session, kSeed));
}

void TrainPage::readRunsAgain()
{
    m_areRunsStale = false;
    const QString selected = m_model->runs().value(selectedRow()).name;
    const QString running = m_runner.isRunning() ? m_runner.request().runName : QString();
    const QList<RunRecord> runs = readRuns(m_session.runsFolder());
    m_model->setRuns(runs, running, m_modelInUse);
    m_setup->start().setModels(startModels(readModels(m_session, m_opened)));
    m_monitor->setEarlierRuns(runs);
    m_runs->setVisible(!runs.isEmpty());
    m_top->setCurrentIndex(runs.isEmpty() && !m_monitor->hasRun() ? 0 : 1);
    int row = 0;
    for (int i = 0; i < runs.size(); ++i) {
        if (runs[i].name == (running.isEmpty() ? selected : running))
            row = i;
    }
    m_table->selectRow(row);
    selectRun();
}

void TrainPage::selectRun()
{
    const int row = selectedRow();
    const RunRecord run = m_model->runs().value(row);
    m_use->setEnabled(row >= 0 && !run.model.isEmpty());
    if (row >= 0)
        m_monitor->showRun(run);
}

void TrainPage::useSelectedModel()
{
    const RunRecord run = m_model->runs().value(selectedRow());
    if (!run.model.isEmpty())
        Q_EMIT modelReady(run.model);
}

void TrainPage::askForCloudLog()
{
    if (m_logJob && m_logJob->isRunning())
        return;
    const QString file = askOpenFile(this, tr("Open the log of a training in the cloud"), m_session.folder(), {});
    if (file.isEmpty())
        return;
    const QString name = freeRunName(m_session.runsFolder(), QStringLiteral("cloud"));
    m_logJob = std::make_unique<Job>(
        [this, file, name, runs = m_session.runsFolder()](const CancelFlag &, const ProgressSink &) {
            return Job::Deliver([this, name, imported = importCloudLog(file, QDir(runs).filePath(name))] {
                takeCloudRun(name, imported);
            });
        });
    connect(m_logJob.get(), &Job::failed, this, [this](const Error &error) { tellError(this, error); });
    m_logJob->start();
}

void TrainPage::takeCloudRun(const QString &name, const Result<> &imported)
{
    if (!imported) {
        tellError(this, imported.error());
        return;
    }
    m_areRunsStale = true;
    refresh();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->runs()[row].name == name)
            m_table->selectRow(row);
    }
}

int TrainPage::selectedRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.constFirst().row();
}

} // namespace boxwright
