// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image_locator.h"

#include "core/imaging/image_reader.h"

#include <QDir>

namespace boxwright {

namespace {

/// The folders and the file name of any spelling, in lower case: schemes, drives and ".." are only text here.
QStringList partsOf(QString spelling)
{
    spelling.replace(u'\\', u'/');
    return spelling.toLower().split(u'/', Qt::SkipEmptyParts);
}

QString stemOf(const QString &fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    return dot > 0 ? fileName.left(dot) : fileName;
}

} // namespace

ImageLocator::ImageLocator(const QString &annotationFolder, const QString &imageFolder)
{
    const QString root = QDir(imageFolder.isEmpty() ? annotationFolder : imageFolder).absolutePath();
    m_rootLength = root.size();
    if (Result<QStringList> files = findImageFiles(root))
        m_paths = *std::move(files);
    m_byName.reserve(m_paths.size());
    for (qsizetype i = 0; i < m_paths.size(); ++i) {
        const QString name = m_paths[i].sliced(m_paths[i].lastIndexOf(u'/') + 1).toLower();
        m_byName[name].append(i);
        m_byStem[stemOf(name)].append(i);
    }
}

ImageLocator::Found ImageLocator::best(const QList<qsizetype> &candidates, const QStringList &parts) const
{
    Found found;
    for (const qsizetype candidate : candidates) {
        const QStringList own = partsOf(m_paths[candidate].sliced(m_rootLength));
        qsizetype same = 1; // the file names agree already
        while (same < own.size() && same < parts.size() && own[own.size() - 1 - same] == parts[parts.size() - 1 - same])
            ++same;
        // Of two that agree equally well, one that lies exactly where the spelling says wins.
        const bool isWhole = same == own.size();
        const qsizetype rank = 2 * same + (isWhole ? 1 : 0);
        if (rank == found.rank)
            found.isAmbiguous = true;
        if (rank > found.rank)
            found = {rank, m_paths[candidate], false};
    }
    return found;
}

QString ImageLocator::locate(const QString &spelling) const
{
    const QStringList parts = partsOf(spelling);
    if (parts.isEmpty())
        return {};
    const auto candidates = m_byName.constFind(parts.last());
    if (candidates == m_byName.cend())
        return {};
    const Found found = best(*candidates, parts);
    return found.isAmbiguous ? QString() : found.path;
}

QString ImageLocator::locateStem(const QString &spelling) const
{
    const QStringList parts = partsOf(spelling);
    if (parts.isEmpty())
        return {};
    const auto candidates = m_byStem.constFind(parts.last());
    if (candidates == m_byStem.cend())
        return {};
    const Found found = best(*candidates, parts);
    return found.isAmbiguous ? QString() : found.path;
}

} // namespace boxwright
