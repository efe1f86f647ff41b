// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_view.h"
#include "ui/label/label_edits.h"
#include "ui/panels/project_counts.h"

#include <QWidget>

class QListView;
class QPushButton;
class QSettings;
class QSplitter;

namespace boxwright {

class Actions;
class ClassNameField;
class ClassPanel;
class HintLine;
class ImageListPanel;
class ImageLoader;
class LabelListPanel;
class ProjectSession;

/// The Label page: images at the left, the canvas, classes, labels and suggestions at the right. Assembles the parts
/// and ties the actions to them. One per open project; GUI thread.
class LabelPage : public QWidget
{
    Q_OBJECT

public:
    LabelPage(ProjectSession &session, Actions &actions, QSettings &settings, QWidget *parent = nullptr);
    ~LabelPage() override;

    [[nodiscard]] LabelState &state() { return m_state; }
    [[nodiscard]] const LabelState &state() const { return m_state; }
    [[nodiscard]] const ProjectCounts &counts() const { return m_counts; }
    [[nodiscard]] CanvasView &canvas() { return *m_canvas; }

    void focusNextPane();
    /// Class of what is selected; with nothing selected the class of the next box.
    void chooseClass(ClassId id) { m_edits.chooseClass(id); }
    void showMessage(const QString &text);

Q_SIGNALS:
    /// The person wants the model's suggestions for these images.
    void detectionWanted(const QList<boxwright::ImageId> &images);
    /// The person wants to see all images with suggestions.
    void reviewWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(Actions &actions, QSettings &settings);
    void connectParts();
    void connectImageActions(Actions &actions);
    void connectBoxActions(Actions &actions);
    void connectSuggestionActions(Actions &actions);
    void connectViewActions(Actions &actions);
    void showImage();
    void takeImage(const std::shared_ptr<const LoadedImage> &image);
    void reviewAndGoOn();
    void markEmptyAndGoOn();
    void onArrow(int dx, int dy, Qt::KeyboardModifiers modifiers);
    void refreshHint();
    void selectNext(int by);
    void zoomToSelection();
    void showCanvasMenu(const QPoint &pos);
    void buildFindButton();
    void findMovedImages();
    void onChanged(const Change &change);
    bool handleKey(QObject *watched, const QKeyEvent &event);
    void goToFirstUnreviewed();

    ProjectSession &m_session;
    Actions &m_actions;
    LabelState m_state;
    LabelEdits m_edits;
    ProjectCounts m_counts;
    ImageLoader *m_loader = nullptr;
    QSplitter *m_splitter = nullptr;
    bool m_isSplitByHand = false;
    bool m_zoomsToBoxes = false; ///< on the way from box to box
    ImageListPanel *m_images = nullptr;
    CanvasView *m_canvas = nullptr;
    HintLine *m_hint = nullptr;
    ClassNameField *m_classField = nullptr;
    QPushButton *m_find = nullptr; ///< on the canvas, where the shown image's file is gone
    ClassPanel *m_classes = nullptr;
    LabelListPanel *m_labels = nullptr;
};

} // namespace boxwright
