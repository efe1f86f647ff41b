// SPDX-License-Identifier: GPL-3.0-or-later
// The half of LabelPage that ties actions to what they do.
#include "ui/label/label_page.h"

#include "core/session/project_images.h"
#include "core/session/project_session.h"
#include "ui/actions.h"
#include "ui/canvas/hint_line.h"
#include "ui/label/class_picker.h"
#include "ui/dialogs/ask.h"
#include "ui/panels/image_list_panel.h"

#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr double kThresholdStep = 0.05;
constexpr double kZoomStep = 1.25;

} // namespace

void LabelPage::connectImageActions(Actions &actions)
{
    const auto on = [this, &actions](Act act, auto &&what) {
        connect(actions[act], &QAction::triggered, this, std::forward<decltype(what)>(what));
    };
    on(Act::PreviousImage, [this] { m_images->step(-1); });
    on(Act::NextImage, [this] { m_images->step(1); });
    on(Act::PreviousTen, [this] { m_images->step(-10); });
    on(Act::NextTen, [this] { m_images->step(10); });
    on(Act::PreviousUnreviewed, [this] { m_images->stepToUnreviewed(-1); });
    on(Act::NextUnreviewed, [this] { m_images->stepToUnreviewed(1); });
    on(Act::PreviousUnlabelled, [this] { m_images->stepToUnlabelled(-1); });
    on(Act::NextUnlabelled, [this] { m_images->stepToUnlabelled(1); });
    on(Act::FirstImage, [this] { m_images->goToFirst(); });
    on(Act::LastImage, [this] { m_images->goToLast(); });
    on(Act::MarkReviewed, [this] { reviewAndGoOn(); });
    on(Act::MarkEmpty, [this] { markEmptyAndGoOn(); });
    on(Act::FindMoved, [this] { findMovedImages(); });
    on(Act::FindImages, [this] { m_images->focusFilter(); });
    on(Act::NextPane, [this] { focusNextPane(); });
    connect(&actions, &Actions::arrow, this, &LabelPage::onArrow);
}

void LabelPage::connectBoxActions(Actions &actions)
{
    const auto on = [this, &actions](Act act, auto &&what) {
        connect(actions[act], &QAction::triggered, this, std::forward<decltype(what)>(what));
    };
    const auto onSelected = [this, &on](Act act, auto what) {
        on(act, [this, what] {
            what();
            m_hint->countUse(QStringLiteral("selected"));
        });
    };
    on(Act::Draw, [this] {
        m_canvas->beginDrawing();
        m_canvas->setFocus();
    });
    on(Act::Cancel, [this] { m_canvas->cancel(); });
    on(Act::NextBox, [this] { selectNext(1); });
    on(Act::PreviousBox, [this] { selectNext(-1); });
    onSelected(Act::Delete, [this] { m_edits.deleteSelection(); });
    on(Act::Copy, [this] { m_edits.copy(); });
    on(Act::Cut, [this] { m_edits.cut(); });
    on(Act::Paste, [this] { m_edits.paste(); });
    on(Act::PasteFromPrevious, [this] { m_edits.pasteFrom(m_images->previousImage()); });
    on(Act::Duplicate, [this] { m_edits.duplicate(); });
    on(Act::SelectAll, [this] { m_edits.selectAll(); });
    on(Act::NextClass, [this] { m_edits.cycleClass(1); });
    on(Act::PreviousClass, [this] { m_edits.cycleClass(-1); });
    on(Act::PickClass, [this] {
        auto *picker = new ClassPicker(m_state.dataset().classes(), m_canvas);
        connect(picker, &ClassPicker::picked, &m_edits, &LabelEdits::chooseClass);
        picker->open();
    });
    on(Act::Difficult, [this] { m_edits.toggleFlag(LabelFlag::Difficult); });
    on(Act::Occluded, [this] { m_edits.toggleFlag(LabelFlag::Occluded); });
    on(Act::Truncated, [this] { m_edits.toggleFlag(LabelFlag::Truncated); });
    on(Act::Crowd, [this] { m_edits.toggleFlag(LabelFlag::Crowd); });
    connect(&actions, &Actions::classHotkey, this, [this](int hotkey) {
        if (!m_state.selection().isEmpty())
            m_hint->countUse(QStringLiteral("selected"));
        m_edits.chooseClassByHotkey(hotkey);
    });
}

void LabelPage::connectSuggestionActions(Actions &actions)
{
    const auto on = [this, &actions](Act act, auto what) {
        connect(actions[act], &QAction::triggered, this, [this, what] {
            what();
            m_hint->countUse(QStringLiteral("suggestions"));
        });
    };
    on(Act::Accept, [this] { m_edits.acceptSuggestion(); });
    on(Act::Reject, [this] { m_edits.rejectSuggestion(); });
    on(Act::AcceptShown, [this] { m_edits.acceptShown(); });
    connect(actions[Act::LowerThreshold], &QAction::triggered, this,
            [this] { m_state.setMinConfidence(std::max(m_state.minConfidence() - kThresholdStep, 0.01)); });
    connect(actions[Act::RaiseThreshold], &QAction::triggered, this,
            [this] { m_state.setMinConfidence(std::min(m_state.minConfidence() + kThresholdStep, 0.99)); });
    connect(actions[Act::Detect], &QAction::triggered, this, [this] {
        if (m_state.image())
            Q_EMIT detectionWanted({m_state.imageId()});
    });
    connect(actions[Act::DetectAll], &QAction::triggered, this, [this] {
        QList<ImageId> images;
        for (int row = 0; row < m_images->model().rowCount(); ++row)
            images.append(m_images->model().imageAt(row));
        Q_EMIT detectionWanted(images);
    });
}

void LabelPage::connectViewActions(Actions &actions)
{
    const auto on = [this, &actions](Act act, auto &&what) {
        connect(actions[act], &QAction::triggered, this, std::forward<decltype(what)>(what));
    };
    on(Act::Fit, [this] { m_canvas->fit(); });
    on(Act::ActualSize, [this] { m_canvas->zoomTo(1); });
    on(Act::ZoomIn, [this] { m_canvas->zoomBy(kZoomStep); });
    on(Act::ZoomOut, [this] { m_canvas->zoomBy(1 / kZoomStep); });
    on(Act::ZoomToBoxes, [this] {
        m_zoomsToBoxes = !m_zoomsToBoxes;
        showMessage(m_zoomsToBoxes ? tr("Tab zooms to each box. Z again shows the whole image.")
                                   : tr("Tab leaves the zoom as it is."));
        if (m_zoomsToBoxes)
            zoomToSelection();
        else
            m_canvas->fit();
    });
    on(Act::KeepView, [this] {
        m_canvas->setViewKept(!m_canvas->isViewKept());
        showMessage(m_canvas->isViewKept() ? tr("Images of the same size keep zoom and place.")
                                           : tr("Every image is fitted into the window."));
    });
}

void LabelPage::selectNext(int by)
{
    m_edits.selectNext(by);
    if (m_zoomsToBoxes)
        zoomToSelection();
}

void LabelPage::zoomToSelection()
{
    const ImageRecord *image = m_state.image();
    const Selection selection = m_state.selection();
    if (!image || selection.isEmpty())
        return;
    const Label *label = selection.labels.isEmpty() ? nullptr : image->label(selection.labels.last());
    const Suggestion *suggestion = image->suggestion(selection.suggestion);
    if (label)
        m_canvas->zoomToBox(label->box);
    else if (suggestion)
        m_canvas->zoomToBox(suggestion->box);
}

void LabelPage::showCanvasMenu(const QPoint &pos)
{
    if (!m_state.image())
        return;
    QMenu menu(this);
    const bool hasLabels = !m_state.selection().labels.isEmpty();
    if (hasLabels) {
        QMenu *classes = menu.addMenu(tr("Class"));
        for (const LabelClass &labelClass : m_state.dataset().classes())
            classes->addAction(labelClass.name, this, [this, id = labelClass.id] { m_edits.chooseClass(id); });
        menu.addActions(
            {m_actions[Act::Difficult], m_actions[Act::Occluded], m_actions[Act::Truncated], m_actions[Act::Crowd]});
        menu.addSeparator();
        menu.addActions({m_actions[Act::Copy], m_actions[Act::Cut], m_actions[Act::Duplicate], m_actions[Act::Delete]});
    } else if (m_state.selection().suggestion != SuggestionId::None) {
        menu.addActions({m_actions[Act::Accept], m_actions[Act::Reject]});
    } else {
        if (m_edits.canPaste())
            menu.addAction(m_actions[Act::Paste]);
        menu.addActions({m_actions[Act::PasteFromPrevious], m_actions[Act::SelectAll]});
        menu.addSeparator();
        menu.addActions({m_actions[Act::MarkReviewed], m_actions[Act::MarkEmpty]});
        menu.addSeparator();
        menu.addActions({m_actions[Act::Fit], m_actions[Act::ActualSize]});
    }
    menu.exec(m_canvas->mapToGlobal(pos));
}

void LabelPage::buildFindButton()
{
    m_find = new QPushButton(tr("Find moved images..."), m_canvas);
    m_find->setObjectName(QStringLiteral("findMovedImages"));
    m_find->setToolTip(tr("Show where this image lies now; the others of its folders follow."));
    m_find->hide();
    auto *layout = new QVBoxLayout(m_canvas); // below the message in the middle
    layout->addStretch(5);
    layout->addWidget(m_find, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_find, &QPushButton::clicked, this, &LabelPage::findMovedImages);
}

void LabelPage::findMovedImages()
{
    const ImageId missing = firstMissingImage(m_session, m_state.imageId());
    const ImageRecord *image = m_state.dataset().image(missing);
    if (!image) {
        showMessage(tr("Every image of this project is where it should be."));
        return;
    }
    m_state.setImage(missing);
    const QString name = QFileInfo(image->info.path).fileName();
    const QString file = askOpenFile(this, tr("Where is %1 now?").arg(name), m_session.folder(),
                                     tr("This image (%1)").arg(name) + QStringLiteral(";;") + tr("All files (*)"));
    if (!file.isEmpty())
        showMessage(tr("%n image(s) found again.", nullptr, int(relocateImages(m_session, missing, file))));
}

} // namespace boxwright
