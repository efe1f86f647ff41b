// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

class QKeyEvent;

namespace boxwright {

/// Everything that a key, a menu entry or a button of the window can ask for.
enum class Act
{
    // window
    OpenFolder,
    OpenProject,
    NewProject,
    AddImages,
    FindMoved,
    Import,
    Export,
    OpenCloudModel,
    OpenCloudLog,
    CloseProject,
    Quit,
    Undo,
    Redo,
    ShowLabelPage,
    ShowTrainPage,
    ShowReviewPage,
    ShowDataPage,
    ShowModelsPage,
    PauseTraining,
    FindImages,
    Search,
    NextPane,
    Menu,
    ShowKeys,
    // images
    PreviousImage,
    NextImage,
    PreviousTen,
    NextTen,
    PreviousUnreviewed,
    NextUnreviewed,
    PreviousUnlabelled,
    NextUnlabelled,
    FirstImage,
    LastImage,
    MarkReviewed,
    MarkEmpty,
    // boxes
    Draw,
    Cancel,
    NextBox,
    PreviousBox,
    Delete,
    Copy,
    Cut,
    Paste,
    PasteFromPrevious,
    Duplicate,
    SelectAll,
    NextClass,
    PreviousClass,
    PickClass,
    Difficult,
    Occluded,
    Truncated,
    Crowd,
    // suggestions
    Accept,
    Reject,
    AcceptShown,
    LowerThreshold,
    RaiseThreshold,
    Detect,
    DetectAll,
    // view
    Fit,
    ActualSize,
    ZoomIn,
    ZoomOut,
    ZoomToBoxes,
    KeepView,
    HideBoxes,
};

/// All actions with their texts and keys: the one place where they are made. Window keys work everywhere; image keys
/// (single letters among them) only where the image or the image list has the focus, never in a text field, and are
/// matched by place so that Caps Lock and non-Latin layouts do not matter. Owned by the main window.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    [[nodiscard]] QAction *operator[](Act act) const { return m_actions.value(act); }

    /// Triggers the enabled action that an image key stands for. False where there is none.
    bool triggerImageKey(const QKeyEvent &event);

    /// A row of the sheet of keys.
    struct KeyRow
    {
        QString group;
        QString keys;
        QString text;
    };
    [[nodiscard]] QList<KeyRow> keyRows() const;

    /// An action that a person may look for by its name now.
    struct Offer
    {
        QAction *action = nullptr;
        QString text;
        QString keys;
        bool isAboutImage = false; ///< works on what the Label page shows
    };
    [[nodiscard]] QList<Offer> offers() const;

Q_SIGNALS:
    /// A digit key: 1..10 for 1..9 and 0, 11..20 with Shift.
    void classHotkey(int hotkey);
    /// An arrow key: direction and modifiers (none or Shift: nudge; Ctrl: grow; Ctrl+Alt: shrink).
    void arrow(int dx, int dy, Qt::KeyboardModifiers modifiers);

private:
    QHash<Act, QAction *> m_actions;
};

} // namespace boxwright
