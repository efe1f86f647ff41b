// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/training_runner.h"

#include "core/jobs/background_thread.h"

#include <QCoreApplication>
#include <QThread>

#include <exception>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrainingRunner)
};

/// Everything that libraries throw ends here.
Result<TrainingOutcome> train(const BackendSource &source, const TrainingRequest &request,
                              const TrainingControl &control, const TrainingObserver &observer)
{
    try {
        const Result<DetectorBackend *> backend = source();
        if (!backend)
            return failure(backend.error());
        return (*backend)->train(request, control, observer);
    } catch (const std::exception &exception) {
        return failure(Text::tr("The training %1 was stopped by an unexpected error: %2")
                           .arg(request.runName, QString::fromLocal8Bit(exception.what())));
    }
}

} // namespace

/// The thread of one training and the switches that steer it. Owned by the runner; its destructor stops and waits.
class TrainingRunner::Run
{
public:
    ~Run()
    {
        control.setPaused(false);
        control.stop();
        if (thread)
            thread->wait();
    }

    TrainingControl control;
    std::unique_ptr<QThread> thread;
};

TrainingRunner::TrainingRunner(BackendSource backend, QObject *parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{
}

TrainingRunner::~TrainingRunner() = default;

void TrainingRunner::start(const TrainingRequest &request)
{
    if (m_run)
        return;
    m_request = request;
    m_run = std::make_unique<Run>();
    // The thread sees copies only. Calls that are queued for a runner that is gone are dropped by Qt.
    auto work = [this, backend = m_backend, request, control = m_run->control] {
        yieldToTheWindow();
        const TrainingObserver observer = [this](const TrainingEvent &event) {
            QMetaObject::invokeMethod(
                this, [this, event] { tell(event); }, Qt::QueuedConnection);
        };
        const Result<TrainingOutcome> outcome = train(backend, request, control, observer);
        QMetaObject::invokeMethod(
            this, [this, outcome] { end(outcome); }, Qt::QueuedConnection);
    };
    m_run->thread.reset(QThread::create(std::move(work)));
    m_run->thread->setObjectName(QStringLiteral("training"));
    m_run->thread->start(QThread::LowPriority);
    Q_EMIT started();
}

void TrainingRunner::setPaused(bool isPaused)
{
    if (!m_run || m_run->control.isPauseAsked() == isPaused || m_run->control.isStopAsked())
        return;
    m_run->control.setPaused(isPaused);
    Q_EMIT pausedChanged(isPaused);
}

void TrainingRunner::stop()
{
    if (!m_run)
        return;
    setPaused(false);
    m_run->control.stop();
}

bool TrainingRunner::isRunning() const
{
    return m_run != nullptr;
}

bool TrainingRunner::isPaused() const
{
    return m_run && m_run->control.isPauseAsked();
}

bool TrainingRunner::isStopping() const
{
    return m_run && m_run->control.isStopAsked();
}

void TrainingRunner::tell(const TrainingEvent &event)
{
    if (const auto *step = std::get_if<StepEvent>(&event))
        Q_EMIT stepped(*step);
    else if (const auto *epoch = std::get_if<EpochEvent>(&event))
        Q_EMIT epochFinished(*epoch);
    else if (const auto *note = std::get_if<NoteEvent>(&event))
        Q_EMIT noted(note->text);
}

void TrainingRunner::end(const Result<TrainingOutcome> &outcome)
{
    m_run.reset();
    if (outcome)
        Q_EMIT finished(*outcome);
    else
        Q_EMIT failed(outcome.error());
}

} // namespace boxwright
