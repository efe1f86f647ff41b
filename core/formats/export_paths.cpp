// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/export_paths.h"

#include <QDir>
#include <QStringList>

#include <algorithm>

namespace boxwright {

namespace {

/// Names that begin with a dot are hidden: programs that read a folder, this one too, pass them over. Control
/// characters are in no file's name.
QString withFileNames(const QString &path)
{
    QStringList names = path.split(u'/');
    for (QString &name : names) {
        for (QChar &letter : name) {
            if (letter.category() == QChar::Other_Control)
                letter = u'_';
        }
        while (name.startsWith(u'.'))
            name.remove(0, 1);
        if (name.isEmpty())
            name = QStringLiteral("image");
    }
    return names.join(u'/');
}

} // namespace

QString fileNameOf(const QString &spelling)
{
    const qsizetype slash = std::max(spelling.lastIndexOf(u'/'), spelling.lastIndexOf(u'\\'));
    return spelling.sliced(slash + 1);
}

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
    const QString clean = m_root.isEmpty() ? QString() : QDir::cleanPath(imagePath);
    return !clean.isEmpty() && clean.startsWith(m_root) ? clean.sliced(m_root.size()) : QString();
}

QString ExportPaths::place(const QString &imagePath)
{
    const QString within = relative(imagePath);
    const QString wanted = withFileNames(within.isEmpty() ? fileNameOf(imagePath) : within);
    const QString stem = withoutEnding(wanted);
    const QString ending = wanted.sliced(stem.size());
    QString unique = stem;
    const std::size_t key = qHash(stem.toLower());
    if (m_taken.insert(key).second)
        return unique + ending;
    int &number = m_numbers.try_emplace(key, 1).first->second;
    do
        unique = QStringLiteral("%1-%2").arg(stem).arg(++number);
    while (!m_taken.insert(qHash(unique.toLower())).second);
    return unique + ending;
}

} // namespace boxwright
