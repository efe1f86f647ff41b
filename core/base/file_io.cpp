// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileIo)
};

constexpr qint64 kChunk = 64 * 1024;

/// rename() alone does not promise that the bytes are on disk before the new name is.
bool syncToDisk(QSaveFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    if (file.size() > maxBytes)
        return failure(Text::tr("%1 is too large to read: %2 bytes, at most %3 are allowed")
                           .arg(QDir::toNativeSeparators(path))
                           .arg(file.size())
                           .arg(maxBytes));
    // A read takes memory for all that it is allowed to read: so much as the file says it has, then what follows.
    QByteArray content = file.read(file.size());
    for (QByteArray more = file.read(kChunk); !more.isEmpty() && content.size() <= maxBytes; more = file.read(kChunk))
        content += more;
    if (content.size() > maxBytes)
        return failure(Text::tr("%1 is too large to read: it has more than the %2 bytes that are allowed")
                           .arg(QDir::toNativeSeparators(path))
                           .arg(maxBytes));
    if (file.error() != QFileDevice::NoError)
        return failure(Text::tr("%1 could not be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    return content;
}

Result<> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && syncToDisk(file) && file.commit();
    if (!written)
        return failure(Text::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    return {};
}

Result<> makeFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return failure(Text::tr("The folder %1 could not be made").arg(QDir::toNativeSeparators(path)));
    return {};
}

} // namespace boxwright
