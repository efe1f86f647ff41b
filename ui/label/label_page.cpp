// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/label/label_page.h"

#include "core/session/project_session.h"
#include "ui/actions.h"
#include "ui/canvas/class_name_field.h"
#include "ui/canvas/hint_line.h"
#include "ui/canvas/image_loader.h"
#include "ui/key_map.h"
#include "ui/panels/class_panel.h"
#include "ui/panels/image_list_panel.h"
#include "ui/panels/label_list_panel.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/suggestion_panel.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kMinImagesWidth = 204; // with room for a name and the progress in words
constexpr int kMinSideWidth = 236;   // with room for the words of its buttons
constexpr int kImagesWidth = 272;    // as wide as a panel need be
constexpr int kSideWidth = 292;

} // namespace

LabelPage::LabelPage(ProjectSession &session, Actions &actions, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_state(session.document())
    , m_edits(m_state)
    , m_counts(session.document())
    , m_loader(new ImageLoader(this))
{
    setObjectName(QStringLiteral("labelPage"));
    build(actions, settings);
    connectParts();
    connectImageActions(actions);
    connectBoxActions(actions);
    connectSuggestionActions(actions);
    connectViewActions(actions);
    goToFirstUnreviewed();
    refreshHint();
    m_canvas->setFocus();
}

LabelPage::~LabelPage() = default;

void LabelPage::build(Actions &, QSettings &settings)
{
    m_images = new ImageListPanel(m_session, m_state, m_counts, this);
    m_canvas = new CanvasView(m_state, m_edits, this);
    m_canvas->setContextMenuPolicy(Qt::CustomContextMenu);
    m_hint = new HintLine(settings, m_canvas);
    m_classField = new ClassNameField(m_canvas);
    buildFindButton();

    auto *side = new QFrame(this);
    setKind(*side, "panel");
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(0);
    m_classes = new ClassPanel(m_state, m_edits, m_counts, side);
    m_labels = new LabelListPanel(m_state, side);
    sideLayout->addWidget(m_classes);
    sideLayout->addSpacing(4);
    sideLayout->addWidget(makeLine(side));
    sideLayout->addWidget(m_labels, 1);
    auto *suggestions = new SuggestionPanel(m_state, m_edits, side);
    sideLayout->addWidget(suggestions);
    connect(suggestions, &SuggestionPanel::reviewWanted, this, &LabelPage::reviewWanted);

    m_splitter = new QSplitter(Qt::Horizontal, this);
    QSplitter *splitter = m_splitter;
    splitter->setObjectName(QStringLiteral("labelSplitter"));
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_images);
    splitter->addWidget(m_canvas);
    splitter->addWidget(side);
    splitter->setStretchFactor(1, 1);
    m_images->setMinimumWidth(kMinImagesWidth);
    side->setMinimumWidth(kMinSideWidth);
    connect(splitter, &QSplitter::splitterMoved, this, [this] { m_isSplitByHand = true; });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    for (QWidget *widget : {static_cast<QWidget *>(m_canvas), static_cast<QWidget *>(m_images->list()),
                            static_cast<QWidget *>(m_labels->list()), static_cast<QWidget *>(m_classes->list())})
        widget->installEventFilter(this);
}

/// In a small window the panels give way before the image does.
void LabelPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_isSplitByHand)
        return;
    const int images = std::clamp(width() / 5, kMinImagesWidth, kImagesWidth);
    const int side = std::clamp(width() / 5, kMinSideWidth, kSideWidth);
    m_splitter->setSizes({images, std::max(1, width() - images - side), side});
}

void LabelPage::connectParts()
{
    connect(&m_state, &LabelState::imageChanged, this, &LabelPage::showImage);
    connect(m_loader, &ImageLoader::loaded, this, &LabelPage::takeImage);
    connect(&m_edits, &LabelEdits::told, m_hint, &HintLine::showMessage);
    connect(&m_edits, &LabelEdits::classNeeded, this, [this](const Box &box) {
        m_canvas->setWaitingBox(box);
        m_classField->ask(m_canvas->viewRect(box));
    });
    connect(m_classField, &ClassNameField::answered, this, [this](const QString &name) {
        m_canvas->setWaitingBox({});
        m_edits.nameWaitingBox(name);
    });
    connect(m_classes, &ClassPanel::classDeleted, this, [this](const QString &name, qint64 labels) {
        m_hint->showMessage(
            tr("Class %1 and its %n label(s) were deleted. Ctrl+Z brings them back.", nullptr, int(labels)).arg(name));
    });
    connect(&m_state, &LabelState::selectionChanged, this, &LabelPage::refreshHint);
    connect(&m_state, &LabelState::contentChanged, this, &LabelPage::refreshHint);
    connect(&m_state, &LabelState::minConfidenceChanged, this, &LabelPage::refreshHint);
    connect(m_canvas, &CanvasView::drawingChanged, this, &LabelPage::refreshHint);
    connect(m_canvas, &CanvasView::spaceTapped, m_actions[Act::MarkReviewed], &QAction::trigger);
    connect(m_canvas, &QWidget::customContextMenuRequested, this, &LabelPage::showCanvasMenu);
    connect(&m_session.document(), &Document::changed, this, &LabelPage::onChanged);
}

void LabelPage::onChanged(const Change &change)
{
    // The first images of a project that was empty, and the next one where the shown one was taken away.
    if (change.touchesImageInfos() && m_state.imageId() == ImageId::None)
        goToFirstUnreviewed();
    for (const Edit &edit : change.edits) {
        const auto *image = std::get_if<ImageEdit>(&edit);
        if (!image || !image->before || !image->after || image->before->path == image->after->path)
            continue;
        m_loader->forget(image->after->id); // its file is another one now
        if (image->after->id == m_state.imageId())
            showImage();
    }
}

void LabelPage::goToFirstUnreviewed()
{
    m_images->goToFirst();
    const ImageRecord *first = m_state.image();
    if (first && first->info.state != ReviewState::NotYet)
        m_images->stepToUnreviewed(1);
    if (!first)
        m_canvas->setEmptyMessage(tr("This project has no images yet. Add a folder of them from the menu (F10)."));
    m_canvas->update();
}

void LabelPage::showImage()
{
    const ImageRecord *image = m_state.image();
    m_find->hide();
    if (!image)
        return;
    const auto request = [this](ImageId id) {
        const ImageRecord *record = m_state.dataset().image(id);
        return ImageLoader::Request{id, m_session.absoluteImagePath(record->info)};
    };
    QList<ImageLoader::Request> neighbours;
    for (const ImageId id : m_images->neighbours())
        neighbours.append(request(id));
    m_loader->show(request(image->info.id), neighbours);
    refreshHint();
}

void LabelPage::takeImage(const std::shared_ptr<const LoadedImage> &image)
{
    m_canvas->setLoaded(image);
    const ImageRecord *shown = m_state.image();
    m_find->setVisible(shown && shown->info.id == image->id && !image->problem.isEmpty() && !m_session.isReadOnly() &&
                       !QFileInfo::exists(m_session.absoluteImagePath(shown->info)));
    // What the file itself says is learned now that it was read; unchanged facts change nothing.
    const ImageRecord *record = m_state.dataset().image(image->id);
    if (!record || m_session.isReadOnly())
        return;
    const bool isRead = image->problem.isEmpty();
    m_session.document().learn({{image->id, isRead ? image->size() : record->info.size,
                                 isRead ? image->orientation : record->info.orientation, image->problem}});
}

void LabelPage::reviewAndGoOn()
{
    if (!m_edits.markReviewed())
        return;
    m_hint->countUse(QStringLiteral("review"));
    m_images->step(1);
}

void LabelPage::markEmptyAndGoOn()
{
    if (!m_edits.markEmpty())
        return;
    m_hint->countUse(QStringLiteral("empty"));
    m_images->step(1);
}

void LabelPage::onArrow(int dx, int dy, Qt::KeyboardModifiers modifiers)
{
    const bool isControl = modifiers.testFlag(Qt::ControlModifier);
    if (m_state.selection().labels.isEmpty()) {
        if (!isControl && dx != 0)
            m_images->step(modifiers.testFlag(Qt::ShiftModifier) ? 10 * dx : dx);
        return;
    }
    if (isControl) {
        const Handle side = dx < 0 ? Handle::Left : dx > 0 ? Handle::Right : dy < 0 ? Handle::Top : Handle::Bottom;
        m_edits.stretch(side, modifiers.testFlag(Qt::AltModifier) ? -1 : 1);
        return;
    }
    const int step = modifiers.testFlag(Qt::ShiftModifier) ? 10 : 1;
    m_edits.nudge(dx * step, dy * step);
}

bool LabelPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyRelease) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->isAutoRepeat() && latinKey(*key).key() == Qt::Key_H)
            m_canvas->setBoxesHidden(false);
    }
    if (event->type() == QEvent::KeyPress && handleKey(watched, *static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool LabelPage::handleKey(QObject *watched, const QKeyEvent &event)
{
    const QKeyCombination pressed = latinKey(event);
    const int key = pressed.key();
    if (watched != m_canvas) {
        // Lists walk, select and delete with keys of their own.
        const bool isListKey = (key >= Qt::Key_Home && key <= Qt::Key_PageDown) || key == Qt::Key_Tab ||
                               key == Qt::Key_Backtab || key == Qt::Key_F2 ||
                               (key == Qt::Key_Delete && watched == m_classes->list()) ||
                               (pressed == QKeyCombination(Qt::CTRL, Qt::Key_A) && watched == m_labels->list());
        if (isListKey)
            return false;
        if (key == Qt::Key_Space && pressed.keyboardModifiers() == Qt::NoModifier) {
            if (!event.isAutoRepeat())
                m_actions[Act::MarkReviewed]->trigger();
            return true;
        }
    }
    if (key == Qt::Key_H && pressed.keyboardModifiers() == Qt::NoModifier) {
        m_canvas->setBoxesHidden(true);
        return true;
    }
    return m_actions.triggerImageKey(event);
}

void LabelPage::focusNextPane()
{
    const QList<QWidget *> panes{m_canvas, m_images->list(), m_classes->list(), m_labels->list()};
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->hasFocus())
            at = i;
    }
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget *next = panes[(at + step) % panes.size()];
        if (next->isVisible()) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void LabelPage::showMessage(const QString &text)
{
    m_hint->showMessage(text);
}

/// What the next key will do, the most helpful first.
void LabelPage::refreshHint()
{
    if (!m_state.image())
        m_hint->setHint({});
    else if (!m_state.image()->info.problem.isEmpty())
        m_hint->setHint({QStringLiteral("broken"), tr("D next image · A previous image")});
    else if (m_canvas->isDrawing())
        m_hint->setHint({QStringLiteral("draw"), tr("Drag a box, or click two corners · Shift square · Esc stop")});
    else if (!m_state.shownSuggestions().isEmpty())
        m_hint->setHint(
            {QStringLiteral("suggestions"), tr("Enter accept · Backspace reject · Shift+Enter accept all shown")});
    else if (!m_state.selection().labels.isEmpty())
        m_hint->setHint({QStringLiteral("selected"), tr("1 … 9 class · Del delete · arrows move · Tab next box")});
    else if (m_state.image()->labels.isEmpty())
        m_hint->setHint({QStringLiteral("empty"), tr("Drag to draw a box · N no objects here · D next image")});
    else
        m_hint->setHint({QStringLiteral("review"), tr("Space reviewed, go on · D next image · A previous image")});
}

} // namespace boxwright
