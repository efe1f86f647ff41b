// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project_writer.h"

#include "core/store/change_statements.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <optional>
#include <vector>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectWriter)
};

struct Setting
{
    QString key;
    QString value;
};

/// One thing to write, in the order in which it was done.
struct Entry
{
    quint64 number = 0;
    Change change;
    qint64 nextId = 0;
    std::optional<Setting> setting;
};

/// The connection and its statements, on the writer's thread.
struct Connection
{
    std::unique_ptr<ProjectDatabase> database;
    std::unique_ptr<ChangeStatements> statements;

    void close()
    {
        statements.reset();
        database.reset();
    }
};

} // namespace

/// The queue and the thread that empties it.
class ProjectWriter::Worker
{
public:
    Worker(ProjectWriter &writer, QString path);
    ~Worker();

    quint64 enqueue(Entry entry);
    void retry();
    bool waitForSaved(int milliseconds);
    [[nodiscard]] quint64 lastQueued() const;
    [[nodiscard]] quint64 lastSaved() const;

private:
    void run();
    Result<> write(const std::vector<Entry> &batch);
    Result<> connect();
    Result<> writeEntry(const Entry &entry);
    void finish(std::vector<Entry> batch, const Result<> &written);

    ProjectWriter &m_writer;
    const QString m_path;
    Connection m_connection; // of the thread

    mutable QMutex m_mutex; // guards what follows
    QWaitCondition m_hasWork;
    QWaitCondition m_hasAnswer;
    std::vector<Entry> m_queue;
    quint64 m_lastQueued = 0;
    quint64 m_lastSaved = 0;
    bool m_hasFailed = false;
    bool m_isStopping = false;

    std::unique_ptr<QThread> m_thread;
};

ProjectWriter::Worker::Worker(ProjectWriter &writer, QString path)
    : m_writer(writer)
    , m_path(std::move(path))
    , m_thread(QThread::create([this] { run(); }))
{
    m_thread->start();
}

ProjectWriter::Worker::~Worker()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isStopping = true;
        m_hasFailed = false; // one last try
        m_hasWork.wakeAll();
    }
    m_thread->wait();
}

quint64 ProjectWriter::Worker::enqueue(Entry entry)
{
    const QMutexLocker lock(&m_mutex);
    entry.number = ++m_lastQueued;
    m_queue.push_back(std::move(entry));
    m_hasWork.wakeAll();
    return m_lastQueued;
}

void ProjectWriter::Worker::retry()
{
    const QMutexLocker lock(&m_mutex);
    m_hasFailed = false;
    m_hasWork.wakeAll();
}

bool ProjectWriter::Worker::waitForSaved(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    const QMutexLocker lock(&m_mutex);
    while (m_lastSaved < m_lastQueued && !m_hasFailed) {
        if (!m_hasAnswer.wait(&m_mutex, deadline))
            break;
    }
    return m_lastSaved == m_lastQueued;
}

quint64 ProjectWriter::Worker::lastQueued() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lastQueued;
}

quint64 ProjectWriter::Worker::lastSaved() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lastSaved;
}

void ProjectWriter::Worker::run()
{
    // Opening takes as long as many edits, and so is done before the first one waits for it. Where it fails, that edit
    // tries again and tells.
    if (QFile::exists(m_path))
        (void)connect();
    for (;;) {
        std::vector<Entry> batch;
        {
            const QMutexLocker lock(&m_mutex);
            while ((m_queue.empty() || m_hasFailed) && !m_isStopping)
                m_hasWork.wait(&m_mutex);
            if (m_queue.empty() || m_hasFailed)
                break;
            batch.swap(m_queue);
        }
        const Result<> written = write(batch);
        finish(std::move(batch), written);
    }
    m_connection.close();
}

Result<> ProjectWriter::Worker::write(const std::vector<Entry> &batch)
{
    // A file that was deleted can still be written to on some systems, and all of it would be lost.
    if (!QFile::exists(m_path))
        return failure(Text::tr("%1 is gone").arg(QDir::toNativeSeparators(m_path)));
    if (!m_connection.database) {
        if (const Result<> connected = connect(); !connected)
            return connected;
    }
    ProjectDatabase &database = *m_connection.database;
    if (const Result<> begun = database.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    Result<> done;
    for (auto entry = batch.begin(); done && entry != batch.end(); ++entry)
        done = writeEntry(*entry);
    if (done)
        done = database.execute(QStringLiteral("COMMIT"));
    if (!done)
        (void)database.execute(QStringLiteral("ROLLBACK")); // the first error is the one to tell
    return done;
}

Result<> ProjectWriter::Worker::connect()
{
    Result<std::unique_ptr<ProjectDatabase>> database =
        ProjectDatabase::open(m_path, ProjectDatabase::Access::ReadWrite);
    if (!database)
        return failure(database.error());
    m_connection.database = std::move(*database);
    m_connection.statements = std::make_unique<ChangeStatements>(*m_connection.database);
    return {};
}

Result<> ProjectWriter::Worker::writeEntry(const Entry &entry)
{
    ChangeStatements &statements = *m_connection.statements;
    if (entry.setting)
        return statements.writeSetting(entry.setting->key, entry.setting->value);
    if (const Result<> written = statements.write(entry.change); !written)
        return written;
    return statements.writeNextId(entry.nextId);
}

void ProjectWriter::Worker::finish(std::vector<Entry> batch, const Result<> &written)
{
    const quint64 last = batch.back().number;
    if (!written)
        m_connection.close(); // the next try starts afresh: the drive may have come back as another one
    {
        const QMutexLocker lock(&m_mutex);
        if (written) {
            m_lastSaved = last;
        } else {
            m_hasFailed = true;
            batch.insert(batch.end(), std::make_move_iterator(m_queue.begin()), std::make_move_iterator(m_queue.end()));
            m_queue = std::move(batch);
        }
        m_hasAnswer.wakeAll();
    }
    if (written)
        Q_EMIT m_writer.saved(last);
    else
        Q_EMIT m_writer.failed(written.error());
}

ProjectWriter::ProjectWriter(const QString &projectPath, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(*this, projectPath))
{
}

ProjectWriter::~ProjectWriter() = default;

quint64 ProjectWriter::enqueue(const Change &change, qint64 nextId)
{
    return m_worker->enqueue({0, change, nextId, std::nullopt});
}

quint64 ProjectWriter::enqueueSetting(const QString &key, const QString &value)
{
    return m_worker->enqueue({0, {}, 0, Setting{key, value}});
}

void ProjectWriter::retry()
{
    m_worker->retry();
}

bool ProjectWriter::waitForSaved(int milliseconds)
{
    return m_worker->waitForSaved(milliseconds);
}

quint64 ProjectWriter::lastQueued() const
{
    return m_worker->lastQueued();
}

quint64 ProjectWriter::lastSaved() const
{
    return m_worker->lastSaved();
}

} // namespace boxwright
