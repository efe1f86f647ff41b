// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/backend_source.h"
#include "core/session/detection_runner.h"
#include "core/session/project_session.h"
#include "core/session/training_runner.h"
#include "ui/search_popup.h"

#include <QWidget>

#include <memory>

class QSettings;
class QStackedWidget;

namespace boxwright {

class Actions;
class DataPage;
class LabelPage;
class ModelsPage;
class OpenedModels;
class Rail;
class ReviewPage;
class StatusLine;
class TrainPage;

/// One open project with everything that works on it: its pages on the rail, the training and the detection, the status
/// line. Owned by the main window; closing the project deletes it. GUI thread.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    /// What a workspace needs from outside.
    struct Parts
    {
        Actions &actions;
        QSettings &settings;
        BackendSource backend;
    };

    Workspace(std::unique_ptr<ProjectSession> session, const Parts &parts, QWidget *parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] ProjectSession &session() { return *m_session; }
    [[nodiscard]] TrainingRunner &training() { return m_training; }
    [[nodiscard]] DetectionRunner &detection() { return m_detection; }
    [[nodiscard]] TrainPage &trainPage() { return *m_trainPage; }
    [[nodiscard]] LabelPage &labelPage() { return *m_labelPage; }
    [[nodiscard]] DataPage &dataPage() { return *m_dataPage; }
    [[nodiscard]] ReviewPage &reviewPage() { return *m_reviewPage; }
    [[nodiscard]] ModelsPage &modelsPage() { return *m_modelsPage; }

    enum Page
    {
        Label = 0,
        Train = 1,
        Review = 2,
        Data = 3,
        Models = 4,
    };
    void showPage(int page);
    void showMessage(const QString &text);
    /// Takes a model from elsewhere in and shows it.
    void openModel(const QString &path);
    /// One step of the history, and the Label page shows the image that it was about.
    void undo() { walkHistory(&QUndoStack::undo); }
    void redo() { walkHistory(&QUndoStack::redo); }
    /// Classes and images by their names.
    [[nodiscard]] QList<SearchEntry> searchEntries();

private:
    void build(const Parts &parts);
    void connectStatus();
    void connectDetection();
    void connectDialogs(Actions &actions);
    void connectPages(Actions &actions);
    void buildPages(const Parts &parts);
    void showImage(ImageId id);
    void walkHistory(void (QUndoStack::*step)());
    void detect(const QList<ImageId> &images);
    void detectShownImage();
    void useModel(const QString &folder);
    void reopenModel(const QString &path);
    void refreshSummary();
    void refreshBox();

    std::unique_ptr<ProjectSession> m_session;
    TrainingRunner m_training;
    DetectionRunner m_detection;
    std::unique_ptr<OpenedModels> m_opened;
    Rail *m_rail = nullptr;
    QStackedWidget *m_pages = nullptr;
    LabelPage *m_labelPage = nullptr;
    TrainPage *m_trainPage = nullptr;
    ReviewPage *m_reviewPage = nullptr;
    DataPage *m_dataPage = nullptr;
    ModelsPage *m_modelsPage = nullptr;
    StatusLine *m_status = nullptr;
    std::unique_ptr<QWidget> m_body; ///< all of the above widgets; last, as they look at session and runners
};

} // namespace boxwright
