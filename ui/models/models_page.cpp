// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_page.h"

#include "ui/dialogs/ask.h"
#include "ui/models/model_list.h"
#include "ui/models/model_view.h"
#include "ui/models/name_classes_dialog.h"
#include "ui/models/pixel_probe_dialog.h"
#include "ui/panels/panel_parts.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kPanelWidth = 280;

} // namespace

ModelsPage::ModelsPage(const Parts &parts, BackendSource backend, QWidget *parent)
    : QWidget(parent)
    , m_session(parts.session)
    , m_training(parts.training)
    , m_opened(parts.opened)
    , m_backend(std::move(backend))
{
    setObjectName(QStringLiteral("modelsPage"));
    m_view = new ModelView(m_session, m_backend);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_view);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_right = new QStackedWidget;
    m_right->addWidget(buildEmptyState());
    m_right->addWidget(scroll);
    auto *line = new QFrame;
    setKind(*line, "line");
    line->setFixedWidth(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildPanel());
    layout->addWidget(line);
    layout->addWidget(m_right, 1);
    connect(&m_training, &TrainingRunner::epochFinished, this, &ModelsPage::refresh);
    connect(&m_training, &TrainingRunner::finished, this, &ModelsPage::refresh);
    connect(&m_training, &TrainingRunner::failed, this, &ModelsPage::refresh);
    connect(&m_opened, &OpenedModels::changed, this, &ModelsPage::refresh);
    connect(&m_opened, &OpenedModels::opened, this, &ModelsPage::refresh);
    connect(&m_opened, &OpenedModels::failed, this,
            [this](const QString &, const Error &error) { showProblem(error.message); });
    connect(m_view, &ModelView::useWanted, this, &ModelsPage::useCurrent);
    connect(m_view, &ModelView::removeWanted, this, &ModelsPage::removeCurrent);
    connect(m_view, &ModelView::trainFurtherWanted, this, [this] { Q_EMIT trainFurtherWanted(currentFolder()); });
    connect(m_view, &ModelView::namesWanted, this, [this] { nameClasses(false); });
    connect(m_view, &ModelView::probeWanted, this, &ModelsPage::probePixels);
}

QWidget *ModelsPage::buildPanel()
{
    auto *panel = new QFrame;
    setKind(*panel, "panel");
    panel->setFixedWidth(kPanelWidth);
    m_model = new ModelListModel(this);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("modelList"));
    m_list->setAccessibleName(tr("Models"));
    prepareList(*m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ModelListDelegate(m_list));
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("openProblem"));
    m_problem->setWordWrap(true);
    setKind(*m_problem, "bad");
    m_problem->hide();
    auto *folder = new QPushButton(tr("Open a model folder..."));
    folder->setObjectName(QStringLiteral("openModel"));
    folder->setToolTip(
        tr("A folder with model.json and weights.safetensors, from another project or another computer"));
    auto *cloud = new QPushButton(tr("Open a model from the cloud..."));
    cloud->setObjectName(QStringLiteral("openCloudModel"));
    cloud->setToolTip(
        tr("SageMaker's model.tar.gz, or MXNet's NAME-symbol.json with its .params beside it; dropping it "
           "on the window does the same"));
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(16, 8, 16, 16);
    foot->addWidget(m_problem);
    foot->setSpacing(8);
    foot->addWidget(cloud);
    foot->addWidget(folder);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makePanelHeading(tr("Models"), nullptr, panel));
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsPage::showCurrent);
    connect(m_list, &QListView::activated, this, &ModelsPage::useCurrent);
    connect(cloud, &QPushButton::clicked, this, &ModelsPage::openCloudModel);
    connect(folder, &QPushButton::clicked, this, [this] {
        const QString path = askFolder(this, tr("Open a model folder"), m_session.folder());
        if (!path.isEmpty())
            openModel(path);
    });
    return panel;
}

QWidget *ModelsPage::buildEmptyState()
{
    auto *title = new QLabel(tr("No model yet"));
    title->setFont(themeFont(15, true));
    auto *words = new QLabel(tr("Every training leaves its best model here. A model makes the suggestions on the Label "
                                "page and can be measured, compared and handed on."));
    words->setWordWrap(true);
    setKind(*words, "dim");
    auto *train = new QPushButton(tr("Train one (Ctrl+T)"));
    train->setObjectName(QStringLiteral("trainFirst"));
    setKind(*train, "primary");
    connect(train, &QPushButton::clicked, this, &ModelsPage::trainWanted);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(title);
    layout->addWidget(words);
    layout->addWidget(train, 0, Qt::AlignLeft);
    layout->addStretch(2);
    return page;
}

void ModelsPage::setModelInUse(const QString &folder)
{
    m_inUse = folder;
    refresh();
}

void ModelsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ModelsPage::refresh()
{
    if (!isVisible())
        return;
    const QString before = currentFolder();
    m_model->setEntries(readModels(m_session, m_opened), m_inUse);
    int row = m_model->rowOf(m_wanted);
    if (row < 0)
        row = m_model->rowOf(before);
    else if (!m_model->entryAt(row).isBeingRead())
        m_wanted.clear();
    if (row < 0)
        row = std::max(0, m_model->rowOf(m_inUse));
    m_list->setCurrentIndex(m_model->index(row));
    m_right->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    showCurrent();
}

void ModelsPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const ModelEntry entry = m_model->entryAt(current.row());
    m_view->show(entry);
    m_view->setInUse(current.data(ModelListModel::IsInUseRole).toBool());
    const bool isTraining = m_training.isRunning() && m_training.request().runName == entry.run.name;
    m_view->setRemovable(!m_session.isReadOnly() && !isTraining);
}

ModelEntry ModelsPage::currentEntry() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_model->entryAt(current.row()) : ModelEntry();
}

void ModelsPage::openModel(const QString &path)
{
    m_problem->hide();
    m_wanted = QFileInfo(path).absoluteFilePath();
    m_opened.open(path);
}

void ModelsPage::openCloudModel()
{
    const QString path = askOpenFile(this, tr("Open a model from the cloud"), m_session.folder(),
                                     tr("Models of the cloud (*.tar.gz *.tgz *.tar *-symbol.json)"));
    if (!path.isEmpty())
        openModel(path);
}

void ModelsPage::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

/// Suggestions are of classes with names.
void ModelsPage::useCurrent()
{
    const ModelEntry entry = currentEntry();
    if (entry.isOfTheCloud() && !entry.info->hasClassNames)
        nameClasses(true);
    else if (!entry.isOpened || entry.info)
        Q_EMIT modelChosen(entry.run.model);
}

void ModelsPage::nameClasses(bool isForUse)
{
    const ModelEntry entry = currentEntry();
    if (!entry.isOfTheCloud())
        return;
    auto *dialog = new NameClassesDialog(m_session, m_backend, *entry.info, window());
    connect(dialog, &NameClassesDialog::named, this,
            [this, path = entry.run.model, isForUse](const QStringList &names) {
                decide(path, [&names](ModelSettings &settings) { settings.classes = names; });
                if (isForUse)
                    Q_EMIT modelChosen(path);
            });
    dialog->open();
}

void ModelsPage::probePixels()
{
    const ModelEntry entry = currentEntry();
    if (!entry.isOfTheCloud())
        return;
    auto *dialog = new PixelProbeDialog(m_session, m_backend, *entry.info, window());
    connect(dialog, &PixelProbeDialog::chosen, this, [this, path = entry.run.model](PixelInput pixels) {
        decide(path, [pixels](ModelSettings &settings) { settings.pixels = pixels; });
    });
    dialog->open();
}

void ModelsPage::decide(const QString &path, const std::function<void(ModelSettings &)> &decision)
{
    Result<ModelSettings> settings = readModelSettings(path);
    if (settings)
        decision(*settings);
    const Result<> kept = settings ? m_opened.decide(path, *settings) : Result<>(failure(settings.error()));
    showProblem(kept ? QString() : kept.error().message);
}

void ModelsPage::removeCurrent()
{
    const ModelEntry entry = currentEntry();
    const bool isInUse = m_list->currentIndex().data(ModelListModel::IsInUseRole).toBool();
    if (entry.isOpened) {
        m_opened.forget(entry.run.model);
    } else {
        if (!askToGoOn(this, tr("The run %1 goes to the trash, with its models and its curves.").arg(entry.run.name),
                       tr("Move to the trash")))
            return;
        if (!QFile::moveToTrash(entry.run.folder)) {
            showProblem(tr("%1 could not be moved to the trash.").arg(QDir::toNativeSeparators(entry.run.folder)));
            return;
        }
    }
    if (isInUse)
        Q_EMIT modelChosen({});
    refresh();
}

} // namespace boxwright
