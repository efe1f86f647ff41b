// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/project_session.h"
#include "core/session/training_runner.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace boxwright {

class Job;
class OpenedModels;
class RunsModel;
class TrainingMonitor;
class TrainingSetup;

/// The page on which a person trains: the setup on the left, the running training and all earlier runs on the right.
/// Nothing is counted or read while the page is hidden. GUI thread; owned by the main window.
class TrainPage : public QWidget
{
    Q_OBJECT

public:
    TrainPage(ProjectSession &session, TrainingRunner &runner, OpenedModels &opened, QWidget *parent = nullptr);
    ~TrainPage() override;

    [[nodiscard]] TrainingSetup &setup() { return *m_setup; }
    /// Marks the model that makes the suggestions now.
    void setModelInUse(const QString &folder);
    /// Sets up a training that goes on from this model.
    void startFrom(const QString &model);
    /// Asks for the log of a training in the cloud and takes it as a run.
    void askForCloudLog();
    /// Starts a training with what is set, as the button does; nothing where none can start.
    void train();

Q_SIGNALS:
    /// A training has ended with a model, or the person chose one of the runs: it is to make the suggestions.
    void modelReady(const QString &folder);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildEmptyState();
    QWidget *buildRuns();
    void followRunner();
    void start(const TrainingRequest &request);
    void refresh();
    void readImages();
    void readRunsAgain();
    void selectRun();
    void useSelectedModel();
    void findDevices();
    void takeCloudRun(const QString &name, const Result<> &imported);
    [[nodiscard]] int selectedRow() const;

    ProjectSession &m_session;
    TrainingRunner &m_runner;
    OpenedModels &m_opened;
    std::unique_ptr<Job> m_logJob;
    std::unique_ptr<Job> m_deviceJob;
    QString m_modelInUse;
    bool m_areImagesStale = true;
    bool m_areRunsStale = true;
    QTimer m_refresh; ///< gathers edits that come in quick succession

    TrainingSetup *m_setup = nullptr;
    TrainingMonitor *m_monitor = nullptr;
    QStackedWidget *m_top = nullptr;
    RunsModel *m_model = nullptr;
    QWidget *m_runs = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace boxwright
