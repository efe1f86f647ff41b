// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/backend_source.h"

#include <QObject>

#include <memory>

namespace boxwright {

/// Runs one training at a time on a thread of its own and tells of it by queued signals. Lives on the GUI thread; owned
/// by the program. Its destructor stops the training after the step in work, keeps its models, and waits.
class TrainingRunner : public QObject
{
    Q_OBJECT

public:
    /// Programs give &detectorBackend.
    explicit TrainingRunner(BackendSource backend, QObject *parent = nullptr);
    ~TrainingRunner() override;

    /// Does nothing while one runs.
    void start(const TrainingRequest &request);
    /// Takes effect after the step in work.
    void setPaused(bool isPaused);
    /// Ends the training after the step in work, also while it is paused; finished() follows, and best and last model
    /// are kept.
    void stop();

    /// From start() until finished() or failed().
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] bool isStopping() const;
    [[nodiscard]] const BackendSource &backend() const { return m_backend; }
    /// Of the running or the last training.
    [[nodiscard]] const TrainingRequest &request() const { return m_request; }

Q_SIGNALS:
    void started();
    void pausedChanged(bool isPaused);
    void stepped(const boxwright::StepEvent &event);
    void epochFinished(const boxwright::EpochEvent &event);
    void noted(const QString &text);
    void finished(const boxwright::TrainingOutcome &outcome);
    void failed(const boxwright::Error &error);

private:
    class Run;
    void tell(const TrainingEvent &event);
    void end(const Result<TrainingOutcome> &outcome);

    BackendSource m_backend;
    std::unique_ptr<Run> m_run;
    TrainingRequest m_request;
};

} // namespace boxwright
