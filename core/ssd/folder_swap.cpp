// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/folder_swap.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <cstdio>
#include <fcntl.h>
#endif

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FolderSwap)
};

/// Both paths exist afterwards, each with what the other had. False where the system cannot do that.
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

bool putInPlace(const QString &staging, const QString &folder)
{
    QDir directory;
    if (!QFileInfo::exists(folder))
        return directory.rename(staging, folder);
    if (exchange(staging, folder))
        return QDir(staging).removeRecursively();
    const QString old = folder + QStringLiteral(".old");
    QDir(old).removeRecursively();
    if (!directory.rename(folder, old))
        return false;
    if (!directory.rename(staging, folder)) {
        directory.rename(old, folder);
        return false;
    }
    return QDir(old).removeRecursively();
}

} // namespace

Result<> replaceFolder(const QString &folder, const std::function<Result<>(const QString &)> &fill)
{
    const QString target = QDir::cleanPath(QDir(folder).absolutePath());
    const QString parent = QFileInfo(target).absolutePath();
    const QString shown = QDir::toNativeSeparators(target);
    if (!QDir().mkpath(parent))
        return failure(Text::tr("The folder %1 could not be made").arg(QDir::toNativeSeparators(parent)));
    QTemporaryDir staging(target + QStringLiteral(".XXXXXX"));
    if (!staging.isValid())
        return failure(Text::tr("%1 could not be written: %2").arg(shown, staging.errorString()));
    if (const Result<> filled = fill(staging.path()); !filled)
        return failure(filled.error());
    // A temporary folder is for its owner's eyes only; a model is not.
    QFile::setPermissions(staging.path(), QFileInfo(parent).permissions());
    if (!putInPlace(staging.path(), target))
        return failure(Text::tr("%1 could not be replaced").arg(shown));
    staging.setAutoRemove(false);
    return {};
}

} // namespace boxwright::ssd
