// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/export_paths.h"

#include <QDir>

namespace boxwright {

QString withoutEnding(const QString &path)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot > path.lastIndexOf(u'/') + 1 ? path.left(dot) : path;
}

ExportPaths::ExportPaths(const QString &imageRoot)
{
    if (!imageRoot.isEmpty())
        m_root = QDir::cleanPath(QDir(imageRoot).absolutePath()) + u'/';
}

QString ExportPaths::relative(const QString &imagePath) const
{
    const QString clean = QDir::cleanPath(imagePath);
    return !m_root.isEmpty() && clean.startsWith(m_root) ? clean.sliced(m_root.size()) : QString();
}

QString ExportPaths::place(const QString &imagePath)
{
    QString wanted = relative(imagePath);
    if (wanted.isEmpty())
        wanted = imagePath.sliced(imagePath.lastIndexOf(u'/') + 1);
    const QString stem = withoutEnding(wanted);
    const QString ending = wanted.sliced(stem.size());
    QString unique = stem;
    for (int number = 2; m_taken.contains(unique.toLower()); ++number)
        unique = QStringLiteral("%1-%2").arg(stem).arg(number);
    m_taken.insert(unique.toLower());
    return unique + ending;
}

} // namespace boxwright
