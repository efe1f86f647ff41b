// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace.h"

#include "ui/actions.h"
#include "ui/data/data_page.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/split_dialog.h"
#include "ui/label/label_page.h"
#include "ui/panels/panel_parts.h"
#include "ui/rail.h"
#include "ui/status_line.h"
#include "ui/train/train_page.h"

#include <QDir>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace boxwright {

namespace {

const QString kModelSetting = QStringLiteral("detection/model");

QWidget *makeUpright(QWidget *parent)
{
    QWidget *line = makeLine(parent);
    line->setMaximumSize(1, QWIDGETSIZE_MAX);
    line->setMinimumSize(1, 0);
    return line;
}

} // namespace

Workspace::Workspace(std::unique_ptr<ProjectSession> session, const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_session(std::move(session))
    , m_training(parts.backend)
    , m_detection(*m_session, parts.backend)
{
    setObjectName(QStringLiteral("workspace"));
    build(parts);
    connectStatus();
    connectDetection();
    connectDialogs(parts.actions);
    connectData(parts.actions);
    showPage(Label);
}

Workspace::~Workspace() = default;

void Workspace::build(const Parts &parts)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_body = std::make_unique<QWidget>();
    outer->addWidget(m_body.get());
    QWidget *body = m_body.get();
    m_rail = new Rail(body);
    m_rail->addPage(Icon::Label, tr("Label"), "railLabel");
    m_rail->addPage(Icon::Train, tr("Train"), "railTrain");
    m_rail->addPage(Icon::Data, tr("Data"), "railData");
    m_pages = new QStackedWidget(body);
    m_labelPage = new LabelPage(*m_session, parts.actions, parts.settings, body);
    m_trainPage = new TrainPage(*m_session, m_training, body);
    m_pages->addWidget(m_labelPage);
    m_dataPage = new DataPage(*m_session, body);
    m_pages->addWidget(m_trainPage);
    m_pages->addWidget(m_dataPage);
    m_status = new StatusLine(m_training, m_detection, body);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(makeUpright(body));
    middle->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(makeLine(body));
    layout->addWidget(m_status);

    connect(m_rail, &Rail::pageChosen, this, &Workspace::showPage);
    connect(parts.actions[Act::ShowLabelPage], &QAction::triggered, this, [this] { showPage(Label); });
    connect(parts.actions[Act::ShowTrainPage], &QAction::triggered, this, [this] { showPage(Train); });
    connect(parts.actions[Act::PauseTraining], &QAction::triggered, this, [this] {
        if (m_training.isRunning())
            m_training.setPaused(!m_training.isPaused());
    });
}

void Workspace::showPage(int page)
{
    m_pages->setCurrentIndex(page);
    m_rail->setCurrent(page);
    m_status->showPointing(page == Label);
    if (page == Label)
        m_labelPage->canvas().setFocus();
}

void Workspace::showMessage(const QString &text)
{
    m_labelPage->showMessage(text);
}

void Workspace::connectStatus()
{
    CanvasView &canvas = m_labelPage->canvas();
    LabelState &state = m_labelPage->state();
    connect(&canvas, &CanvasView::viewChanged, this,
            [this, &canvas] { m_status->setZoom(canvas.viewTransform().scale); });
    connect(&canvas, &CanvasView::pointerMoved, m_status, &StatusLine::setPointer);
    connect(&canvas, &CanvasView::previewChanged, this, &Workspace::refreshBox);
    connect(&state, &LabelState::selectionChanged, this, &Workspace::refreshBox);
    connect(&state, &LabelState::contentChanged, this, &Workspace::refreshBox);
    m_status->setZoom(canvas.viewTransform().scale);
}

void Workspace::refreshBox()
{
    const LabelState &state = m_labelPage->state();
    std::optional<Box> box = m_labelPage->canvas().boxInWork();
    const ImageRecord *image = state.image();
    if (!box && image && state.selection().labels.size() == 1) {
        if (const class Label *label = image->label(state.selection().labels.first()))
            box = label->box;
    }
    m_status->setBox(box, state.imageSize());
}

void Workspace::connectDetection()
{
    connect(m_labelPage, &LabelPage::detectionWanted, this, &Workspace::detect);
    connect(&m_labelPage->state(), &LabelState::imageChanged, this, &Workspace::detectShownImage);
    connect(&m_detection, &DetectionRunner::noted, this, &Workspace::showMessage);
    connect(&m_detection, &DetectionRunner::failed, this, [this](const Error &error) { showMessage(error.message); });
    const QString kept = m_session->setting(kModelSetting);
    if (!kept.isEmpty() && QDir(kept).exists())
        m_detection.setModel(kept);
    m_trainPage->setModelInUse(m_detection.model());
    connect(m_trainPage, &TrainPage::modelReady, this, &Workspace::useModel);
}

/// The dialogs close themselves and do not block: labelling goes on while they write or read.
void Workspace::connectDialogs(Actions &actions)
{
    connect(actions[Act::Export], &QAction::triggered, this,
            [this] { (new ExportDialog(*m_session, window()))->open(); });
    connect(actions[Act::Import], &QAction::triggered, this,
            [this] { (new ImportDialog(*m_session, window()))->open(); });
}

void Workspace::connectData(Actions &actions)
{
    connect(actions[Act::ShowDataPage], &QAction::triggered, this, [this] { showPage(Data); });
    connect(m_dataPage, &DataPage::splitWanted, this, [this] { (new SplitDialog(*m_session, window()))->open(); });
    connect(m_dataPage, &DataPage::imageWanted, this, [this](ImageId id) {
        m_labelPage->state().setImage(id);
        showPage(Label);
    });
}

void Workspace::detect(const QList<ImageId> &images)
{
    if (m_session->isReadOnly())
        showMessage(tr("The project is open for reading only: nothing was changed."));
    else if (m_detection.model().isEmpty())
        showMessage(tr("There is no model yet: train one on the Train page (Ctrl+T)."));
    else
        m_detection.detect(images);
}

/// Who has a model sees its suggestions on every image that nobody has answered yet, once.
void Workspace::detectShownImage()
{
    const ImageRecord *image = m_labelPage->state().image();
    if (!image || m_detection.model().isEmpty() || m_session->isReadOnly())
        return;
    const bool isOpen = image->info.state == ReviewState::NotYet && image->suggestions.isEmpty();
    if (!isOpen || m_seenByModel.contains(image->info.id))
        return;
    m_seenByModel.insert(image->info.id);
    m_detection.detect({image->info.id});
}

void Workspace::useModel(const QString &folder)
{
    m_detection.setModel(folder);
    m_session->setSetting(kModelSetting, folder);
    m_trainPage->setModelInUse(folder);
    m_seenByModel.clear();
    if (m_labelPage->state().image() && !m_session->isReadOnly())
        m_detection.detect({m_labelPage->state().imageId()});
}

} // namespace boxwright
