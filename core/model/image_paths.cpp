// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/image_paths.h"

#include <QDir>

namespace boxwright {

QStringList imagePaths(const Dataset &dataset, const QString &folder)
{
    QStringList paths;
    const QDir dir(folder);
    for (qsizetype i = 0; i < dataset.imageCount(); ++i)
        paths << QDir::cleanPath(dir.absoluteFilePath(dataset.imageAt(i).info.path));
    return paths;
}

} // namespace boxwright
