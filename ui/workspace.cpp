// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace.h"

#include "ui/actions.h"
#include "ui/data/data_page.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/split_dialog.h"
#include "ui/dialogs/split_lists_dialog.h"
#include "ui/label/label_page.h"
#include "ui/project_models/model_name.h"
#include "ui/models/models_page.h"
#include "ui/project_models/opened_models.h"
#include "ui/panels/panel_parts.h"
#include "ui/rail.h"
#include "ui/review/review_page.h"
#include "ui/status_line.h"
#include "ui/train/train_page.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSet>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace boxwright {

namespace {

const QString kModelSetting = QStringLiteral("detection/model");

/// The image that all of the change is about, edits of classes apart; None where it is about several or none.
ImageId onlyImageOf(const Change &change)
{
    QSet<ImageId> images;
    for (const Edit &edit : change.edits) {
        if (const auto *label = std::get_if<LabelEdit>(&edit))
            images.insert(label->image);
        else if (const auto *suggestion = std::get_if<SuggestionEdit>(&edit))
            images.insert(suggestion->image);
        else if (const auto *image = std::get_if<ImageEdit>(&edit))
            images.insert(image->after ? image->after->id : image->before->id);
    }
    return images.size() == 1 ? *images.cbegin() : ImageId::None;
}

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
    , m_opened(std::make_unique<OpenedModels>(*m_session))
{
    setObjectName(QStringLiteral("workspace"));
    build(parts);
    connectStatus();
    connectDetection();
    connectDialogs(parts.actions);
    connectPages(parts.actions);
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
    buildPages(parts);
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

    connect(parts.actions[Act::PauseTraining], &QAction::triggered, this, [this] {
        if (m_training.isRunning())
            m_training.setPaused(!m_training.isPaused());
    });
}

/// In the order of the enum Page.
void Workspace::buildPages(const Parts &parts)
{
    QWidget *body = m_body.get();
    m_pages = new QStackedWidget(body);
    const auto add = [this](QWidget *page, Icon icon, const QString &text, const char *name) {
        m_pages->addWidget(page);
        m_rail->addPage(icon, text, name);
    };
    m_labelPage = new LabelPage(*m_session, parts.actions, parts.settings, body);
    m_trainPage = new TrainPage(*m_session, m_training, *m_opened, body);
    m_reviewPage = new ReviewPage(m_labelPage->state(), *m_session, m_detection, body);
    m_dataPage = new DataPage(*m_session, body);
    m_modelsPage = new ModelsPage({*m_session, m_training, *m_opened}, parts.backend, body);
    add(m_labelPage, Icon::Label, tr("Label"), "railLabel");
    add(m_trainPage, Icon::Train, tr("Train"), "railTrain");
    add(m_reviewPage, Icon::Search, tr("Review"), "railReview");
    add(m_dataPage, Icon::Data, tr("Data"), "railData");
    add(m_modelsPage, Icon::Models, tr("Models"), "railModels");
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

void Workspace::openModel(const QString &path)
{
    showPage(Models);
    m_modelsPage->openModel(path);
}

void Workspace::walkHistory(void (QUndoStack::*step)())
{
    Document &document = m_session->document();
    Change happened;
    const auto listening = connect(&document, &Document::changed, this,
                                   [&happened](const Change &change) { happened.edits += change.edits; });
    (document.undoStack().*step)();
    disconnect(listening);
    LabelState &state = m_labelPage->state();
    const ImageId about = onlyImageOf(happened);
    if (about != ImageId::None && about != state.imageId() && document.dataset().image(about))
        state.setImage(about);
}

QList<SearchEntry> Workspace::searchEntries()
{
    QList<SearchEntry> entries;
    const Dataset &dataset = m_session->dataset();
    for (const LabelClass &item : dataset.classes())
        entries.append({item.name, tr("class"), item.color, [this, id = item.id] {
                            showPage(Label);
                            m_labelPage->chooseClass(id);
                        }});
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageInfo &info = dataset.imageAt(i).info;
        entries.append(
            {info.path.section(QLatin1Char('/'), -1), tr("image"), {}, [this, id = info.id] { showImage(id); }});
    }
    return entries;
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
    connect(&m_labelPage->counts(), &ProjectCounts::countsChanged, this, &Workspace::refreshSummary);
    connect(&m_detection, &DetectionRunner::modelChanged, this, &Workspace::refreshSummary);
    refreshSummary();
}

void Workspace::refreshSummary()
{
    const ProjectCounts &counts = m_labelPage->counts();
    const QStringList words{
        tr("%Ln image(s)", nullptr, int(counts.images())), tr("%Ln reviewed", nullptr, int(counts.reviewed())),
        tr("%Ln label(s)", nullptr, int(counts.labels())),
        m_detection.model().isEmpty() ? tr("no model makes suggestions")
                                      : tr("suggestions from %1").arg(modelName(m_detection.model()))};
    m_status->setSummary(words.join(QStringLiteral(" · ")));
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
    if (!kept.isEmpty() && QFileInfo::exists(kept)) // a folder, or an archive of the cloud
        m_detection.setModel(kept);
    m_trainPage->setModelInUse(m_detection.model());
    m_modelsPage->setModelInUse(m_detection.model());
    connect(m_trainPage, &TrainPage::modelReady, this, &Workspace::useModel);
    connect(m_modelsPage, &ModelsPage::modelChosen, this, &Workspace::useModel);
    connect(m_opened.get(), &OpenedModels::decided, this, &Workspace::reopenModel);
}

/// The dialogs close themselves and do not block: labelling goes on while they write or read.
void Workspace::connectDialogs(Actions &actions)
{
    connect(actions[Act::Export], &QAction::triggered, this,
            [this] { (new ExportDialog(*m_session, window()))->open(); });
    connect(actions[Act::Import], &QAction::triggered, this,
            [this] { (new ImportDialog(*m_session, window()))->open(); });
    connect(actions[Act::OpenCloudModel], &QAction::triggered, this, [this] {
        showPage(Models);
        m_modelsPage->openCloudModel();
    });
    connect(actions[Act::OpenCloudLog], &QAction::triggered, this, [this] {
        showPage(Train);
        m_trainPage->askForCloudLog();
    });
}

void Workspace::connectPages(Actions &actions)
{
    const std::pair<Act, Page> keys[] = {{Act::ShowLabelPage, Label},
                                         {Act::ShowTrainPage, Train},
                                         {Act::ShowReviewPage, Review},
                                         {Act::ShowDataPage, Data},
                                         {Act::ShowModelsPage, Models}};
    connect(m_rail, &Rail::pageChosen, this, &Workspace::showPage);
    for (const auto &[act, page] : keys)
        connect(actions[act], &QAction::triggered, this, [this, shown = page] { showPage(shown); });
    connect(m_dataPage, &DataPage::splitWanted, this, [this] { (new SplitDialog(*m_session, window()))->open(); });
    connect(m_dataPage, &DataPage::splitListsWanted, this,
            [this] { (new SplitListsDialog(*m_session, window()))->open(); });
    connect(m_dataPage, &DataPage::imageWanted, this, &Workspace::showImage);
    connect(m_labelPage, &LabelPage::reviewWanted, this, [this] { showPage(Review); });
    connect(m_reviewPage, &ReviewPage::imageWanted, this, &Workspace::showImage);
    connect(m_reviewPage, &ReviewPage::modelsWanted, this, [this] { showPage(Models); });
    connect(m_modelsPage, &ModelsPage::trainWanted, this, [this] { showPage(Train); });
    connect(m_modelsPage, &ModelsPage::trainFurtherWanted, this, [this](const QString &model) {
        showPage(Train);
        m_trainPage->startFrom(model);
    });
}

void Workspace::showImage(ImageId id)
{
    m_labelPage->state().setImage(id);
    showPage(Label);
}

void Workspace::detect(const QList<ImageId> &images)
{
    if (m_session->isReadOnly())
        showMessage(tr("The project is open for reading only: nothing was changed."));
    else if (m_detection.model().isEmpty())
        showMessage(tr("There is no model yet: train one on the Train page (Ctrl+T)."));
    else if (images.size() == 1)
        m_detection.detectAsStep(images.first());
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
    if (isOpen && !m_detection.hasSeen(image->info.id))
        m_detection.detect({image->info.id});
}

/// What was decided about a model of the cloud changes what it finds.
void Workspace::reopenModel(const QString &path)
{
    if (QDir::cleanPath(m_detection.model()) != path)
        return;
    m_detection.reopenModel();
    if (m_labelPage->state().image() && !m_session->isReadOnly())
        m_detection.detect({m_labelPage->state().imageId()});
}

void Workspace::useModel(const QString &folder)
{
    m_detection.setModel(folder);
    m_session->setSetting(kModelSetting, folder);
    m_trainPage->setModelInUse(folder);
    m_modelsPage->setModelInUse(folder);
    if (m_labelPage->state().image() && !m_session->isReadOnly())
        m_detection.detect({m_labelPage->state().imageId()});
}

} // namespace boxwright
