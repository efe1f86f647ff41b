// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_flag.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace boxwright {

/// One piece of work on a thread of its own. The work gets values and returns a closure that delivers its answer; the
/// closure runs on the thread where the Job lives (the GUI thread), so a worker never touches a widget or the document.
/// The destructor cancels and waits.
class Job : public QObject
{
    Q_OBJECT

public:
    /// Runs on the job's thread: does the work and returns what to do with the answer.
    using Deliver = std::function<void()>;
    using Work = std::function<Deliver(const CancelFlag &cancel, const ProgressSink &progress)>;

    explicit Job(Work work, QObject *parent = nullptr);
    ~Job() override;

    /// Once per job.
    void start(QThread::Priority priority = QThread::LowPriority);
    void cancel() { m_cancel.cancel(); }
    /// From start() until the answer was delivered.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /// At most some thirty times a second.
    void progressed(const boxwright::Progress &progress);
    /// After the answer was delivered.
    void finished();
    /// The work threw: std::exception::what() or "unknown exception". Our own code does not throw; libraries do.
    void failed(const boxwright::Error &error);

private:
    void run();
    void deliver(const Deliver &deliver);
    void fail(const Error &error);

    CancelFlag m_cancel;
    Work m_work;
    std::unique_ptr<QThread> m_thread;
    bool m_isRunning = false;
};

} // namespace boxwright
