// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_page.h"

#include "ui/dialogs/ask.h"
#include "ui/models/model_list.h"
#include "ui/models/model_view.h"
#include "ui/panels/panel_parts.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
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

ModelsPage::ModelsPage(ProjectSession &session, TrainingRunner &training, const BackendSource &backend, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_training(training)
{
    setObjectName(QStringLiteral("modelsPage"));
    m_view = new ModelView(session, backend);
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
    connect(&training, &TrainingRunner::epochFinished, this, &ModelsPage::refresh);
    connect(&training, &TrainingRunner::finished, this, &ModelsPage::refresh);
    connect(&training, &TrainingRunner::failed, this, &ModelsPage::refresh);
    connect(m_view, &ModelView::useWanted, this, [this] { Q_EMIT modelChosen(currentFolder()); });
    connect(m_view, &ModelView::removeWanted, this, &ModelsPage::removeCurrent);
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
    m_open = new QPushButton(tr("Open a model folder..."));
    m_open->setObjectName(QStringLiteral("openModel"));
    m_open->setToolTip(
        tr("A folder with model.json and weights.safetensors, from another project or another computer"));
    m_open->setEnabled(!m_session.isReadOnly());
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(16, 8, 16, 16);
    foot->addWidget(m_problem);
    foot->addWidget(m_open);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makePanelHeading(tr("Models"), nullptr, panel));
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsPage::showCurrent);
    connect(m_list, &QListView::activated, this, [this] { Q_EMIT modelChosen(currentFolder()); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QString folder = askFolder(this, tr("Open a model folder"), m_session.folder());
        if (!folder.isEmpty())
            openModel(folder);
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
    m_model->setEntries(readModels(m_session), m_inUse);
    int row = m_model->rowOf(before);
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

QString ModelsPage::currentFolder() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_model->entryAt(current.row()).run.model : QString();
}

void ModelsPage::openModel(const QString &folder)
{
    const Result<> remembered = rememberModel(m_session, folder);
    m_problem->setVisible(!remembered);
    if (!remembered) {
        m_problem->setText(remembered.error().message);
        return;
    }
    refresh();
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(folder)));
}

void ModelsPage::removeCurrent()
{
    const ModelEntry entry = m_model->entryAt(m_list->currentIndex().row());
    const bool isInUse = m_list->currentIndex().data(ModelListModel::IsInUseRole).toBool();
    if (entry.isOpened) {
        forgetModel(m_session, entry.run.model);
    } else {
        if (!askToGoOn(this, tr("The run %1 goes to the trash, with its models and its curves.").arg(entry.run.name),
                       tr("Move to the trash")))
            return;
        if (!QFile::moveToTrash(entry.run.folder)) {
            m_problem->setText(
                tr("%1 could not be moved to the trash.").arg(QDir::toNativeSeparators(entry.run.folder)));
            m_problem->show();
            return;
        }
    }
    if (isInUse)
        Q_EMIT modelChosen({});
    refresh();
}

} // namespace boxwright
