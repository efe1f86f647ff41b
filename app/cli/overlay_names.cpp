// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/overlay_names.h"

#include <QDir>
#include <QFileInfo>

namespace boxwright::cli {

QString OverlayNames::next(const QString &imagePath)
{
    const QString base = QFileInfo(imagePath).completeBaseName();
    QString name = base + QStringLiteral(".png");
    for (int number = 2; m_taken.contains(name.toLower()); ++number)
        name = QStringLiteral("%1-%2.png").arg(base).arg(number);
    m_taken.insert(name.toLower());
    return QDir(m_folder).filePath(name);
}

} // namespace boxwright::cli
