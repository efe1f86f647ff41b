// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/staging_folder.h"

#include "core/base/file_io.h"
#include "core/formats/export_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QUuid>

#include <utility>

#ifdef Q_OS_LINUX
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StagingFolder)
};

constexpr const char *kListName = "boxwright-export.list";

/// Every file below the folder, hidden ones included, relative to it.
QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(QDir(folder).relativeFilePath(entries.next()));
    return files;
}

/// A file of the folder that its list does not know; empty where the folder may go.
QString foreignFile(const QString &folder)
{
    QSet<QString> known{QLatin1String(kListName)};
    if (const Result<QByteArray> list = readFile(folder + u'/' + QLatin1String(kListName))) {
        for (const QByteArray &line : list->split('\n'))
            known.insert(QString::fromUtf8(line));
    }
    for (const QString &file : filesBelow(folder)) {
        if (!known.contains(file))
            return file;
    }
    return {};
}

#ifdef Q_OS_LINUX
bool syncEntry(const QString &path, bool isWholeSystem)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool isSynced = (isWholeSystem ? ::syncfs(file) : ::fsync(file)) == 0;
    ::close(file);
    return isSynced;
}
#endif

/// The bytes are on the disk before the name is. Many small files are cheaper by one sync of their file system.
Result<> syncFolder(const QString &folder, const QStringList &files)
{
#ifdef Q_OS_LINUX
    constexpr qsizetype kFewFiles = 32;
    bool isSynced = true;
    if (files.size() > kFewFiles)
        isSynced = syncEntry(folder, true);
    else
        for (const QString &file : files)
            isSynced = isSynced && syncEntry(folder + u'/' + file, false);
    if (!isSynced)
        return failure(Text::tr("%1 could not be written to the disk").arg(folder));
#else
    Q_UNUSED(folder)
    Q_UNUSED(files)
#endif
    return {};
}

/// Swaps two folders in one step, so that there is never a moment without either.
bool exchange(const QString &a, const QString &b)
{
#if defined(Q_OS_LINUX) && defined(RENAME_EXCHANGE)
    return ::renameat2(AT_FDCWD, QFile::encodeName(a).constData(), AT_FDCWD, QFile::encodeName(b).constData(),
                       RENAME_EXCHANGE) == 0;
#else
    Q_UNUSED(a)
    Q_UNUSED(b)
    return false;
#endif
}

} // namespace

Result<StagingFolder> StagingFolder::make(const QString &target)
{
    const QFileInfo info(QDir::cleanPath(QFileInfo(target).absoluteFilePath()));
    const QString shown = QDir::toNativeSeparators(info.filePath());
    if (info.exists() && !info.isDir())
        return failure(Text::tr("%1 is a file: choose a folder").arg(shown));
    if (info.isDir()) {
        if (const QString foreign = foreignFile(info.filePath()); !foreign.isEmpty())
            return failure(Text::tr("%1 holds %2, which no export wrote: choose an empty folder or a new name")
                               .arg(shown, foreign));
    }
    if (Result<> made = makeFolder(info.path()); !made)
        return failure(made.error());
    const QString id = QUuid::createUuid().toString(QUuid::Id128).left(8);
    const QString path = info.path() + QStringLiteral("/.%1.export-%2").arg(info.fileName(), id);
    if (!QDir().mkdir(path))
        return failure(Text::tr("The export cannot be written beside %1: the folder %2 takes no new files")
                           .arg(shown, QDir::toNativeSeparators(info.path())));
    return StagingFolder(info.filePath(), path);
}

StagingFolder::StagingFolder(QString target, QString path)
    : m_target(std::move(target))
    , m_path(std::move(path))
{
}

StagingFolder::StagingFolder(StagingFolder &&other) noexcept
    : m_target(std::move(other.m_target))
    , m_path(std::exchange(other.m_path, {}))
{
}

StagingFolder::~StagingFolder()
{
    if (!m_path.isEmpty())
        QDir(m_path).removeRecursively();
}

Result<> StagingFolder::moveIntoPlace()
{
    QStringList files = filesBelow(m_path);
    files.sort();
    if (Result<> listed =
            ExportFile::writeAll(m_path + u'/' + QLatin1String(kListName), files.join(u'\n').toUtf8() + '\n');
        !listed)
        return listed;
    files.append(QLatin1String(kListName));
    if (Result<> synced = syncFolder(m_path, files); !synced)
        return synced;
    if (!QFileInfo::exists(m_target)) {
        if (QDir().rename(m_path, m_target))
            return {};
        return failure(
            Text::tr("The finished export could not be renamed to %1").arg(QDir::toNativeSeparators(m_target)));
    }
    if (exchange(m_path, m_target)) // the earlier export lies at m_path now and goes with this object
        return {};
    const QString aside = m_path + QStringLiteral("-old");
    const bool isAside = QDir().rename(m_target, aside);
    if (!isAside || !QDir().rename(m_path, m_target)) {
        if (isAside)
            QDir().rename(aside, m_target);
        return failure(
            Text::tr("The earlier export at %1 could not be replaced").arg(QDir::toNativeSeparators(m_target)));
    }
    QDir(aside).removeRecursively();
    return {};
}

} // namespace boxwright
