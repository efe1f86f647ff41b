// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_models/model_name.h"

#include <QDir>
#include <QFileInfo>

namespace boxwright {

QString modelName(const QString &path)
{
    const QFileInfo model(QDir::cleanPath(path));
    const QString name = model.fileName();
    if (name == QLatin1String("best") || name == QLatin1String("last"))
        return QFileInfo(model.path()).fileName();
    const QString bare = name.section(QLatin1Char('.'), 0, 0);
    const QString folder = QFileInfo(model.path()).fileName();
    return bare == QLatin1String("model") && !folder.isEmpty() ? folder + QLatin1Char('/') + name : name;
}

} // namespace boxwright
