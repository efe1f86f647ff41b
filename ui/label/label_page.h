// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_view.h"
#include "ui/label/label_edits.h"
#include "ui/panels/project_counts.h"

#include <QWidget>

class QListView;
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
    [[nodiscard]] CanvasView &canvas() { return *m_canvas; }

    void focusNextPane();
    void showMessage(const QString &text);

Q_SIGNALS:
    /// The person wants the model's suggestions for these images.
    void detectionWanted(const QList<boxwright::ImageId> &images);

protected:
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
    void showCanvasMenu(const QPoint &pos);
    bool handleKey(QObject *watched, const QKeyEvent &event);
    void goToFirstUnreviewed();

    ProjectSession &m_session;
    Actions &m_actions;
    LabelState m_state;
    LabelEdits m_edits;
    ProjectCounts m_counts;
    ImageLoader *m_loader = nullptr;
    ImageListPanel *m_images = nullptr;
    CanvasView *m_canvas = nullptr;
    HintLine *m_hint = nullptr;
    ClassNameField *m_classField = nullptr;
    ClassPanel *m_classes = nullptr;
    LabelListPanel *m_labels = nullptr;
};

} // namespace boxwright
