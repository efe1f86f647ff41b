// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/project_session.h"

#include "core/store/project_file.h"
#include "core/store/project_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectSession)
};

/// Beside the project: NAME.boxwright.lock. It is stale when its process no longer runs, never by age: a program may
/// stay open for days.
std::unique_ptr<QLockFile> makeLock(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);
    return lock;
}

QString holderOf(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    if (lock.error() != QLockFile::LockFailedError || !lock.getLockInfo(&process, &host, &program))
        return {};
    return Text::tr("%1, process %2 on host %3").arg(program, QString::number(process), host);
}

/// One way to write a path, whatever led to it; a project that is reached over a link lies where the link leads.
QString theOnePath(const QString &path)
{
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(info.absoluteFilePath()) : canonical;
}

} // namespace

ProjectSession::ProjectSession(const QString &path, std::unique_ptr<QLockFile> lock, LoadedProject project)
    : m_path(path)
    , m_folder(QFileInfo(path).absolutePath())
    , m_notes(std::move(project.notes))
    , m_settings(std::move(project.settings))
    , m_lock(std::move(lock))
    , m_document(std::make_unique<Document>(std::move(project.dataset), project.firstFreeId))
{
    m_document->undoStack().setUndoLimit(0);
    if (m_lock->isLocked())
        startWriting();
    else
        m_document->setReadOnly(true);
}

ProjectSession::~ProjectSession() = default;

Result<std::unique_ptr<ProjectSession>> ProjectSession::create(const QString &path)
{
    if (const Result<> made = createProjectFile(QDir::cleanPath(QFileInfo(path).absoluteFilePath())); !made)
        return failure(made.error());
    return open(path);
}

Result<std::unique_ptr<ProjectSession>> ProjectSession::open(const QString &path)
{
    const QString absolute = theOnePath(path);
    // A file that is no project gets no lock beside it.
    if (const Result<> known = checkProjectHeader(absolute, currentSchema()); !known)
        return failure(known.error());
    std::unique_ptr<QLockFile> lock = makeLock(absolute);
    QString holder;
    if (!QFileInfo(absolute).isWritable() || !lock->tryLock(0))
        holder = holderOf(*lock);
    Result<LoadedProject> project = loadProjectFile(absolute, /*readOnly=*/!lock->isLocked());
    if (!project)
        return failure(project.error());
    std::unique_ptr<ProjectSession> session(new ProjectSession(absolute, std::move(lock), std::move(*project)));
    session->m_holder = holder;
    return session;
}

void ProjectSession::startWriting()
{
    m_writer = std::make_unique<ProjectWriter>(m_path);
    connect(m_document.get(), &Document::changed, this, [this](const Change &change) {
        m_writer->enqueue(change, m_document->nextId());
        tellUnsaved();
    });
    connect(m_writer.get(), &ProjectWriter::saved, this, &ProjectSession::tellSaved);
    connect(m_writer.get(), &ProjectWriter::failed, this, &ProjectSession::savingFailed);
}

void ProjectSession::tellUnsaved()
{
    if (!m_isSavedTold)
        return;
    m_isSavedTold = false;
    Q_EMIT savedChanged(false);
}

void ProjectSession::tellSaved()
{
    // The answer may be about an earlier edit, and another one may have come since.
    if (m_isSavedTold || !isSaved())
        return;
    m_isSavedTold = true;
    Q_EMIT savedChanged(true);
}

QString ProjectSession::name() const
{
    return QFileInfo(m_path).completeBaseName();
}

QString ProjectSession::runsFolder() const
{
    return m_folder + QLatin1Char('/') + name() + QStringLiteral(".runs");
}

QString ProjectSession::absoluteImagePath(const ImageInfo &image) const
{
    return QDir::isAbsolutePath(image.path) ? image.path : QDir::cleanPath(m_folder + QLatin1Char('/') + image.path);
}

QString ProjectSession::storedImagePath(const QString &absolutePath) const
{
    const QString path = QDir::cleanPath(QDir::fromNativeSeparators(absolutePath));
    const QString below = m_folder.endsWith(QLatin1Char('/')) ? m_folder : m_folder + QLatin1Char('/');
#ifdef Q_OS_WIN
    const Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive;
#else
    const Qt::CaseSensitivity sensitivity = Qt::CaseSensitive;
#endif
    return path.startsWith(below, sensitivity) ? path.mid(below.size()) : path;
}

bool ProjectSession::isSaved() const
{
    return !m_writer || m_writer->lastSaved() == m_writer->lastQueued();
}

bool ProjectSession::waitForSaved(int milliseconds)
{
    return !m_writer || m_writer->waitForSaved(milliseconds);
}

void ProjectSession::retrySaving()
{
    if (m_writer)
        m_writer->retry();
}

QString ProjectSession::setting(const QString &key) const
{
    return m_settings.value(key);
}

void ProjectSession::setSetting(const QString &key, const QString &value)
{
    if (m_settings.value(key) == value)
        return;
    m_settings.insert(key, value);
    if (!m_writer)
        return;
    m_writer->enqueueSetting(key, value);
    tellUnsaved();
}

} // namespace boxwright
