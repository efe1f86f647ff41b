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

#define TEXT(text) QT_TRANSLATE_NOOP("boxwright::Actions", text)

const Spec kSpecs[] = {
    {Act::OpenFolder, "openFolder", Scope::Window, "Ctrl+Shift+O", TEXT("Open a folder of images...")},
    {Act::OpenProject, "openProject", Scope::Window, "Ctrl+O", TEXT("Open a project...")},
    {Act::NewProject, "newProject", Scope::Window, "Ctrl+N", TEXT("New project...")},
    {Act::AddImages, "addImages", Scope::Window, "", TEXT("Add a folder of images...")},
    {Act::Import, "import", Scope::Window, "Ctrl+I", TEXT("Import labels...")},
    {Act::Export, "export", Scope::Window, "Ctrl+E", TEXT("Export...")},
    {Act::CloseProject, "closeProject", Scope::Window, "Ctrl+W", TEXT("Close project")},
    {Act::Quit, "quit", Scope::Window, "Ctrl+Q", TEXT("Quit")},
    {Act::Undo, "undo", Scope::Window, "Ctrl+Z", TEXT("Undo")},
    {Act::Redo, "redo", Scope::Window, "Ctrl+Shift+Z Ctrl+Y", TEXT("Redo")},
    {Act::ShowLabelPage, "showLabelPage", Scope::Window, "Ctrl+L", TEXT("Label page")},
    {Act::ShowTrainPage, "showTrainPage", Scope::Window, "Ctrl+T", TEXT("Train page")},
    {Act::PauseTraining, "pauseTraining", Scope::Window, "Ctrl+.", TEXT("Pause or resume the training")},
    {Act::FindImages, "findImages", Scope::Window, "Ctrl+F", TEXT("Filter the images")},
    {Act::NextPane, "nextPane", Scope::Window, "F6", TEXT("Next pane")},
    {Act::Menu, "menu", Scope::Window, "F10", TEXT("Menu")},
    {Act::ShowKeys, "showKeys", Scope::Window, "F1", TEXT("Keys...")},

    {Act::PreviousImage, "previousImage", Scope::Image, "A", TEXT("Previous image")},
    {Act::NextImage, "nextImage", Scope::Image, "D", TEXT("Next image")},
    {Act::PreviousTen, "previousTen", Scope::Image, "Shift+A", TEXT("Back by ten images")},
    {Act::NextTen, "nextTen", Scope::Image, "Shift+D", TEXT("On by ten images")},
    {Act::PreviousUnreviewed, "previousUnreviewed", Scope::Image, "Ctrl+Shift+A", TEXT("Previous unreviewed image")},
    {Act::NextUnreviewed, "nextUnreviewed", Scope::Image, "Ctrl+Shift+D", TEXT("Next unreviewed image")},
    {Act::PreviousUnlabelled, "previousUnlabelled", Scope::Image, "PgUp", TEXT("Previous image without labels")},
    {Act::NextUnlabelled, "nextUnlabelled", Scope::Image, "PgDown", TEXT("Next image without labels")},
    {Act::FirstImage, "firstImage", Scope::Image, "Home", TEXT("First image")},
    {Act::LastImage, "lastImage", Scope::Image, "End", TEXT("Last image")},
    {Act::MarkReviewed, "markReviewed", Scope::Told, "Space", TEXT("Reviewed, go on")},
    {Act::MarkEmpty, "markEmpty", Scope::Image, "N", TEXT("No objects here, go on")},

    {Act::Draw, "draw", Scope::Image, "W", TEXT("Draw a box anywhere")},
    {Act::Cancel, "cancel", Scope::Image, "Esc", TEXT("Give up drawing, let go of the selection")},
    {Act::NextBox, "nextBox", Scope::Image, "Tab", TEXT("Next box or suggestion")},
    {Act::PreviousBox, "previousBox", Scope::Image, "Shift+Tab Shift+Backtab", TEXT("Previous box or suggestion")},
    {Act::Delete, "delete", Scope::Image, "Del", TEXT("Delete")},
    {Act::Copy, "copy", Scope::Image, "Ctrl+C", TEXT("Copy")},
    {Act::Cut, "cut", Scope::Image, "Ctrl+X", TEXT("Cut")},
    {Act::Paste, "paste", Scope::Image, "Ctrl+V", TEXT("Paste")},
    {Act::PasteFromPrevious, "pasteFromPrevious", Scope::Image, "Ctrl+Shift+V",
     TEXT("Paste the previous image's boxes")},
    {Act::Duplicate, "duplicate", Scope::Image, "Ctrl+D", TEXT("Duplicate")},
    {Act::SelectAll, "selectAll", Scope::Image, "Ctrl+A", TEXT("Select all")},
    {Act::NextClass, "nextClass", Scope::Image, "S", TEXT("Next class")},
    {Act::PreviousClass, "previousClass", Scope::Image, "Shift+S", TEXT("Previous class")},
    {Act::PickClass, "pickClass", Scope::Image, "C", TEXT("Choose a class by typing...")},
    {Act::Difficult, "difficult", Scope::Image, "X", TEXT("Difficult")},
    {Act::Occluded, "occluded", Scope::Image, "O", TEXT("Occluded")},
    {Act::Truncated, "truncated", Scope::Image, "T", TEXT("Truncated")},

    {Act::Accept, "accept", Scope::Image, "Return Enter", TEXT("Accept the suggestion")},
    {Act::Reject, "reject", Scope::Image, "Backspace", TEXT("Reject the suggestion")},
    {Act::AcceptShown, "acceptAllShown", Scope::Image, "Shift+Return Shift+Enter", TEXT("Accept all shown")},
    {Act::LowerThreshold, "lowerThreshold", Scope::Image, "[", TEXT("Show less sure suggestions too")},
    {Act::RaiseThreshold, "raiseThreshold", Scope::Image, "]", TEXT("Show only surer suggestions")},
    {Act::Detect, "detect", Scope::Image, "R", TEXT("Run the model on this image")},
    {Act::DetectAll, "detectAll", Scope::Window, "Ctrl+Shift+R", TEXT("Run the model on all images")},

    {Act::Fit, "fit", Scope::Image, "F", TEXT("Fit the image")},
    {Act::ActualSize, "actualSize", Scope::Window, "Ctrl+0", TEXT("100 %")},
    {Act::ZoomIn, "zoomIn", Scope::Window, "Ctrl++ Ctrl+=", TEXT("Zoom in")},
    {Act::ZoomOut, "zoomOut", Scope::Window, "Ctrl+-", TEXT("Zoom out")},
    {Act::HideBoxes, "hideBoxes", Scope::Told, "H", TEXT("Hide the boxes while held")},
};

#undef TEXT

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
            if (!shown.contains(QLatin1String("Backtab")) && !shown.contains(QLatin1String("Enter")))
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
