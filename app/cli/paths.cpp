// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/paths.h"

#include <QDir>
#include <QFileInfo>

namespace boxwright::cli {

QString absolutePath(const QString &word)
{
    const QFileInfo info(QDir::cleanPath(QDir::fromNativeSeparators(word)));
    if (info.isDir() && !info.canonicalFilePath().isEmpty())
        return info.canonicalFilePath();
    const QString folder = info.dir().canonicalPath();
    return folder.isEmpty() ? QDir::cleanPath(info.absoluteFilePath()) : QDir(folder).filePath(info.fileName());
}

} // namespace boxwright::cli
