// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include "ui/key_map.h"

#include <QKeyEvent>
#include <QWidget>

namespace boxwright {

namespace {

enum class Scope
{
    Window, ///< works everywhere
    Image,  ///< works on the image and its list
    Told,   ///< its key is handled where it is held (space bar, H); listed here for menus and the sheet of keys
};

struct Spec
{
    Act act;
    const char *name; ///< object name of the action
    Scope scope;
    const char *keys; ///< alternatives separated by blanks
    const char *text;
};

const char *const kWindow = QT_TRANSLATE_NOOP("boxwright::Actions", "Window");
const char *const kImages = QT_TRANSLATE_NOOP("boxwright::Actions", "Images");
const char *const kBoxes = QT_TRANSLATE_NOOP("boxwright::Actions", "Boxes");
const char *const kSuggestions = QT_TRANSLATE_NOOP("boxwright::Actions", "Suggestions");
const char *const kView = QT_TRANSLATE_NOOP("boxwright::Actions", "View");

const Spec kSpecs[] = {
    {Act::OpenFolder, "openFolder", Scope::Window, "Ctrl+Shift+O",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Open a folder of images...")},
    {Act::OpenProject, "openProject", Scope::Window, "Ctrl+O",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Open a project...")},
    {Act::NewProject, "newProject", Scope::Window, "Ctrl+N", QT_TRANSLATE_NOOP("boxwright::Actions", "New project...")},
    {Act::AddImages, "addImages", Scope::Window, "",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Add a folder of images...")},
    {Act::FindMoved, "findMoved", Scope::Window, "", QT_TRANSLATE_NOOP("boxwright::Actions", "Find moved images...")},
    {Act::Import, "import", Scope::Window, "Ctrl+I", QT_TRANSLATE_NOOP("boxwright::Actions", "Import labels...")},
    {Act::Export, "export", Scope::Window, "Ctrl+E", QT_TRANSLATE_NOOP("boxwright::Actions", "Export...")},
    {Act::OpenCloudModel, "openCloudModelAction", Scope::Window, "",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Open a model from the cloud...")},
    {Act::OpenCloudLog, "openCloudLogAction", Scope::Window, "",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Open the log of a training in the cloud...")},
    {Act::CloseProject, "closeProject", Scope::Window, "Ctrl+W",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Close project")},
    {Act::Quit, "quit", Scope::Window, "Ctrl+Q", QT_TRANSLATE_NOOP("boxwright::Actions", "Quit")},
    {Act::Undo, "undo", Scope::Window, "Ctrl+Z", QT_TRANSLATE_NOOP("boxwright::Actions", "Undo")},
    {Act::Redo, "redo", Scope::Window, "Ctrl+Shift+Z Ctrl+Y", QT_TRANSLATE_NOOP("boxwright::Actions", "Redo")},
    {Act::ShowLabelPage, "showLabelPage", Scope::Window, "Alt+1 Ctrl+L",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Label page")},
    {Act::ShowTrainPage, "showTrainPage", Scope::Window, "Ctrl+T Alt+2",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Train page")},
    {Act::ShowReviewPage, "showReviewPage", Scope::Window, "Alt+3",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Review page")},
    {Act::ShowDataPage, "showDataPage", Scope::Window, "Alt+4", QT_TRANSLATE_NOOP("boxwright::Actions", "Data page")},
    {Act::ShowModelsPage, "showModelsPage", Scope::Window, "Alt+5",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Models page")},
    {Act::PauseTraining, "pauseTraining", Scope::Window, "Ctrl+.",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Pause or resume the training")},
    {Act::FindImages, "findImages", Scope::Window, "Ctrl+F",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Filter the images")},
    {Act::Search, "search", Scope::Window, "Ctrl+K",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Search actions, images, classes...")},
    {Act::NextPane, "nextPane", Scope::Window, "F6", QT_TRANSLATE_NOOP("boxwright::Actions", "Next pane")},
    {Act::Menu, "menu", Scope::Window, "F10", QT_TRANSLATE_NOOP("boxwright::Actions", "Menu")},
    {Act::ShowKeys, "showKeys", Scope::Window, "F1 ?", QT_TRANSLATE_NOOP("boxwright::Actions", "Keys...")},

    {Act::PreviousImage, "previousImage", Scope::Image, "A", QT_TRANSLATE_NOOP("boxwright::Actions", "Previous image")},
    {Act::NextImage, "nextImage", Scope::Image, "D", QT_TRANSLATE_NOOP("boxwright::Actions", "Next image")},
    {Act::PreviousTen, "previousTen", Scope::Image, "Shift+A",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Back by ten images")},
    {Act::NextTen, "nextTen", Scope::Image, "Shift+D", QT_TRANSLATE_NOOP("boxwright::Actions", "On by ten images")},
    {Act::PreviousUnreviewed, "previousUnreviewed", Scope::Image, "Ctrl+Shift+A",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Previous unreviewed image")},
    {Act::NextUnreviewed, "nextUnreviewed", Scope::Image, "Ctrl+Shift+D",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Next unreviewed image")},
    {Act::PreviousUnlabelled, "previousUnlabelled", Scope::Image, "PgUp",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Previous image without labels")},
    {Act::NextUnlabelled, "nextUnlabelled", Scope::Image, "PgDown",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Next image without labels")},
    {Act::FirstImage, "firstImage", Scope::Image, "Home", QT_TRANSLATE_NOOP("boxwright::Actions", "First image")},
    {Act::LastImage, "lastImage", Scope::Image, "End", QT_TRANSLATE_NOOP("boxwright::Actions", "Last image")},
    {Act::MarkReviewed, "markReviewed", Scope::Told, "Space",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Reviewed, go on")},
    {Act::MarkEmpty, "markEmpty", Scope::Image, "N", QT_TRANSLATE_NOOP("boxwright::Actions", "No objects here, go on")},

    {Act::Draw, "draw", Scope::Image, "W", QT_TRANSLATE_NOOP("boxwright::Actions", "Draw a box anywhere")},
    {Act::Cancel, "cancel", Scope::Image, "Esc",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Give up drawing, let go of the selection")},
    {Act::NextBox, "nextBox", Scope::Image, "Tab", QT_TRANSLATE_NOOP("boxwright::Actions", "Next box or suggestion")},
    {Act::PreviousBox, "previousBox", Scope::Image, "Shift+Tab Shift+Backtab",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Previous box or suggestion")},
    {Act::Delete, "delete", Scope::Image, "Del", QT_TRANSLATE_NOOP("boxwright::Actions", "Delete")},
    {Act::Copy, "copy", Scope::Image, "Ctrl+C", QT_TRANSLATE_NOOP("boxwright::Actions", "Copy")},
    {Act::Cut, "cut", Scope::Image, "Ctrl+X", QT_TRANSLATE_NOOP("boxwright::Actions", "Cut")},
    {Act::Paste, "paste", Scope::Image, "Ctrl+V", QT_TRANSLATE_NOOP("boxwright::Actions", "Paste")},
    {Act::PasteFromPrevious, "pasteFromPrevious", Scope::Image, "Ctrl+Shift+V",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Paste the previous image's boxes")},
    {Act::Duplicate, "duplicate", Scope::Image, "Ctrl+D", QT_TRANSLATE_NOOP("boxwright::Actions", "Duplicate")},
    {Act::SelectAll, "selectAll", Scope::Image, "Ctrl+A", QT_TRANSLATE_NOOP("boxwright::Actions", "Select all")},
    {Act::NextClass, "nextClass", Scope::Image, "S", QT_TRANSLATE_NOOP("boxwright::Actions", "Next class")},
    {Act::PreviousClass, "previousClass", Scope::Image, "Shift+S",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Previous class")},
    {Act::PickClass, "pickClass", Scope::Image, "C",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Choose a class by typing...")},
    {Act::Difficult, "difficult", Scope::Image, "X", QT_TRANSLATE_NOOP("boxwright::Actions", "Difficult")},
    {Act::Occluded, "occluded", Scope::Image, "O", QT_TRANSLATE_NOOP("boxwright::Actions", "Occluded")},
    {Act::Truncated, "truncated", Scope::Image, "T", QT_TRANSLATE_NOOP("boxwright::Actions", "Truncated")},
    {Act::Crowd, "crowd", Scope::Image, "", QT_TRANSLATE_NOOP("boxwright::Actions", "Crowd")},

    {Act::Accept, "accept", Scope::Image, "Enter Return",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Accept the suggestion")},
    {Act::Reject, "reject", Scope::Image, "Backspace",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Reject the suggestion")},
    {Act::AcceptShown, "acceptAllShown", Scope::Image, "Shift+Enter Shift+Return",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Accept all shown")},
    {Act::LowerThreshold, "lowerThreshold", Scope::Image, "[",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Show less sure suggestions too")},
    {Act::RaiseThreshold, "raiseThreshold", Scope::Image, "]",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Show only surer suggestions")},
    {Act::Detect, "detect", Scope::Image, "R", QT_TRANSLATE_NOOP("boxwright::Actions", "Run the model on this image")},
    {Act::DetectAll, "detectAll", Scope::Window, "Ctrl+Shift+R",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Run the model on all images")},

    {Act::Fit, "fit", Scope::Image, "F", QT_TRANSLATE_NOOP("boxwright::Actions", "Fit the image")},
    {Act::ActualSize, "actualSize", Scope::Window, "Ctrl+0", QT_TRANSLATE_NOOP("boxwright::Actions", "100 %")},
    {Act::ZoomIn, "zoomIn", Scope::Window, "Ctrl++ Ctrl+=", QT_TRANSLATE_NOOP("boxwright::Actions", "Zoom in")},
    {Act::ZoomOut, "zoomOut", Scope::Window, "Ctrl+-", QT_TRANSLATE_NOOP("boxwright::Actions", "Zoom out")},
    {Act::ZoomToBoxes, "zoomToBoxes", Scope::Image, "Z",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Zoom to each box in turn, on or off")},
    {Act::KeepView, "keepView", Scope::Image, "K",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Keep zoom and place from image to image, on or off")},
    {Act::HideBoxes, "hideBoxes", Scope::Told, "H",
     QT_TRANSLATE_NOOP("boxwright::Actions", "Hide the boxes while held")},
};

QList<QKeySequence> sequencesOf(const char *keys)
{
    QList<QKeySequence> sequences;
    for (const QString &key : QString::fromLatin1(keys).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        sequences.append(QKeySequence(key, QKeySequence::PortableText));
    return sequences;
}

const char *groupOf(Act act)
{
    if (act >= Act::Fit)
        return kView;
    if (act >= Act::Accept)
        return kSuggestions;
    if (act >= Act::Draw)
        return kBoxes;
    return act >= Act::PreviousImage ? kImages : kWindow;
}

const char *const kKeysProperty = "imageKeys";

} // namespace

Actions::Actions(QWidget *window)
    : QObject(window)
{
    for (const Spec &spec : kSpecs) {
        auto *action = new QAction(this);
        const QList<QKeySequence> keys = sequencesOf(spec.keys);
        const QString shown = keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
        QString text = tr(spec.text);
        if (spec.scope == Scope::Window) {
            action->setShortcuts(keys);
            action->setShortcutContext(Qt::WindowShortcut);
            window->addAction(action);
        } else {
            action->setProperty(kKeysProperty,
                                QVariant::fromValue(spec.scope == Scope::Image ? keys : QList<QKeySequence>()));
            text += QLatin1Char('\t') + shown; // menus show what follows a tab as the key
        }
        action->setObjectName(QLatin1String(spec.name));
        action->setText(text);
        action->setToolTip(shown.isEmpty() ? tr(spec.text) : QStringLiteral("%1 (%2)").arg(tr(spec.text), shown));
        m_actions.insert(spec.act, action);
    }
}

bool Actions::triggerImageKey(const QKeyEvent &event)
{
    const QKeyCombination pressed = latinKey(event);
    const Qt::KeyboardModifiers modifiers = pressed.keyboardModifiers();
    const int key = pressed.key();
    const bool isPlain = !(modifiers & ~Qt::KeyboardModifiers(Qt::ShiftModifier));
    if (key >= Qt::Key_0 && key <= Qt::Key_9 && isPlain) {
        const int digit = key == Qt::Key_0 ? 10 : key - Qt::Key_0;
        Q_EMIT classHotkey(modifiers.testFlag(Qt::ShiftModifier) ? digit + 10 : digit);
        return true;
    }
    if (key >= Qt::Key_Left && key <= Qt::Key_Down) {
        const int dx = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
        const int dy = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : 0;
        Q_EMIT arrow(dx, dy, modifiers);
        return true;
    }
    const QKeySequence sequence(pressed);
    for (QAction *action : std::as_const(m_actions)) {
        if (action->property(kKeysProperty).value<QList<QKeySequence>>().contains(sequence)) {
            action->trigger();
            return true;
        }
    }
    return false;
}

QList<Actions::Offer> Actions::offers() const
{
    QList<Offer> offers;
    for (const Spec &spec : kSpecs) {
        QAction *action = m_actions.value(spec.act);
        const bool isOffered = spec.act != Act::Search && spec.act != Act::Menu && spec.act != Act::HideBoxes;
        if (!isOffered || !action->isEnabled())
            continue;
        const QList<QKeySequence> keys = sequencesOf(spec.keys);
        offers.append({action, tr(spec.text),
                       keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText),
                       spec.scope != Scope::Window});
    }
    return offers;
}

QList<Actions::KeyRow> Actions::keyRows() const
{
    QList<KeyRow> rows;
    const auto add = [&rows](const char *group, const QString &keys, const QString &text) {
        rows.append({tr(group), keys, text});
    };
    for (const Spec &spec : kSpecs) {
        QStringList keys;
        for (const QKeySequence &key : sequencesOf(spec.keys)) {
            const QString shown = key.toString(QKeySequence::NativeText);
            // Both keys of a kind do the same: one is named, as the hint line names it.
            if (!shown.contains(QLatin1String("Backtab")) && !shown.contains(QLatin1String("Return")))
                keys.append(shown);
        }
        if (spec.act == Act::Draw) {
            add(kBoxes, tr("drag"), tr("Draw a box; Shift: square, Alt: also over other boxes"));
            add(kBoxes, tr("arrows"), tr("Move by 1 pixel, with Shift by 10; with nothing selected: other image"));
            add(kBoxes, tr("Ctrl+arrows"), tr("Grow to that side; Ctrl+Alt+arrows: shrink"));
            add(kBoxes, tr("1 … 9, 0"), tr("Class of the selection or of the next box; Shift+digit: 11 to 20"));
        }
        if (spec.act == Act::Fit) {
            add(kView, tr("wheel"), tr("Zoom at the pointer; Shift+wheel: sideways"));
            add(kView, tr("middle or Space drag"), tr("Move the view"));
        }
        if (!keys.isEmpty())
            add(groupOf(spec.act), keys.join(QStringLiteral(", ")), tr(spec.text));
    }
    return rows;
}

} // namespace boxwright
