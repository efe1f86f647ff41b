// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training.h"

#include <QObject>

#include <memory>

namespace boxwright {

/// Runs one training at a time on a thread of its own and tells of it by queued signals. Lives on the GUI thread; owned
/// by the program. Its destructor stops the training after the step in work, keeps its models, and waits.
class TrainingRunner : public QObject
{
    Q_OBJECT

public:
    explicit TrainingRunner(QObject *parent = nullptr);
    ~TrainingRunner() override;

    /// Does nothing while one runs.
    void start(const TrainingRequest &request);
    void setPaused(bool isPaused);
    void stop();

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isPaused() const;
    /// Of the running or the last training.
    [[nodiscard]] const TrainingRequest &request() const;

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
    std::unique_ptr<Run> m_run;
    TrainingRequest m_request;
};

} // namespace boxwright
