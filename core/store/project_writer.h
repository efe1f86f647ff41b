// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/change.h"

#include <QObject>

#include <memory>

namespace boxwright {

/// Writes changes into a project file on a thread of its own, in order, each whole or not at all.
/// A change is durable (WAL, synchronous FULL) when saved() tells its number, within 200 ms on an idle disk; changes
/// that wait together share one transaction. After a failure nothing is written until retry(): the changes stay in the
/// queue, so that nothing is ever written around a gap. The destructor writes what waits, then stops the thread. Owned
/// by the ProjectSession; used on its thread.
class ProjectWriter : public QObject
{
    Q_OBJECT

public:
    explicit ProjectWriter(const QString &projectPath, QObject *parent = nullptr);
    ~ProjectWriter() override;

    /// Queues the change and returns its number, rising from 1. `nextId` is the document's next free id after it.
    quint64 enqueue(const Change &change, qint64 nextId);
    quint64 enqueueSetting(const QString &key, const QString &value);

    /// Tries again after failed().
    void retry();
    /// Blocks until all that was queued is durable or has failed. False on failure or time-out.
    bool waitForSaved(int milliseconds);

    [[nodiscard]] quint64 lastQueued() const;
    [[nodiscard]] quint64 lastSaved() const;

Q_SIGNALS:
    /// Every change up to and including that number is durable.
    void saved(quint64 number);
    /// Once for each time that writing stops.
    void failed(const boxwright::Error &error);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace boxwright
