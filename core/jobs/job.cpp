// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <exception>
#include <memory>

namespace boxwright {

namespace {

constexpr qint64 kProgressIntervalMs = 33;

/// Passes progress on at most every kProgressIntervalMs, and always the last.
ProgressSink throttled(ProgressSink sink)
{
    auto clock = std::make_shared<QElapsedTimer>();
    return [sink = std::move(sink), clock](const Progress &progress) {
        const bool isLast = progress.total > 0 && progress.done >= progress.total;
        if (clock->isValid() && clock->elapsed() < kProgressIntervalMs && !isLast)
            return;
        clock->start();
        sink(progress);
    };
}

} // namespace

Job::Job(Work work, QObject *parent)
    : QObject(parent)
    , m_work(std::move(work))
{
}

Job::~Job()
{
    m_cancel.cancel();
    if (m_thread)
        m_thread->wait();
}

void Job::start(QThread::Priority priority)
{
    Q_ASSERT(!m_thread);
    m_isRunning = true;
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->start(priority);
}

void Job::run()
{
    // As a closure and not as a signal of this thread: what a signal carries is registered at its first crossing, and
    // two threads that cross at once have been seen to lose it.
    const ProgressSink progress = throttled([this](const Progress &value) {
        QMetaObject::invokeMethod(
            this, [this, value] { Q_EMIT progressed(value); }, Qt::QueuedConnection);
    });
    try {
        Deliver answer = m_work(m_cancel, progress);
        QMetaObject::invokeMethod(
            this, [this, answer = std::move(answer)] { deliver(answer); }, Qt::QueuedConnection);
    } catch (const std::exception &exception) {
        const Error error{QCoreApplication::translate("Job", "An unexpected error stopped the work: %1")
                              .arg(QString::fromLocal8Bit(exception.what())),
                          {}};
        QMetaObject::invokeMethod(
            this, [this, error] { fail(error); }, Qt::QueuedConnection);
    }
}

void Job::deliver(const Deliver &deliver)
{
    m_isRunning = false;
    if (deliver)
        deliver();
    Q_EMIT finished();
}

void Job::fail(const Error &error)
{
    m_isRunning = false;
    Q_EMIT failed(error);
}

} // namespace boxwright
