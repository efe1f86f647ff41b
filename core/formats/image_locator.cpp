// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image_locator.h"

#include "core/imaging/image_reader.h"

#include <QDir>
#include <QUrl>

namespace boxwright {

namespace {

/// As names are compared: letter case aside, and composed, since some systems take letters and their accents apart.
QString comparable(const QString &name)
{
    return name.toLower().normalized(QString::NormalizationForm_C);
}

/// The folders and the file name of any spelling: schemes, drives and ".." are only text here.
QStringList partsOf(QString spelling)
{
    spelling.replace(u'\\', u'/');
    return comparable(spelling).split(u'/', Qt::SkipEmptyParts);
}

/// What an address ("file:///a%20b.jpg", "https://x/a.jpg?size=2") means; empty where that is the spelling itself.
QString decoded(const QString &spelling)
{
    QString plain = spelling;
    if (spelling.startsWith(QLatin1String("http"), Qt::CaseInsensitive))
        plain = spelling.section(u'#', 0, 0).section(u'?', 0, 0);
    if (plain.contains(u'%'))
        plain = QUrl::fromPercentEncoding(plain.toUtf8());
    return plain == spelling ? QString() : plain;
}

QString stemOf(const QString &fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    return dot > 0 ? fileName.left(dot) : fileName;
}

} // namespace

ImageLocator::ImageLocator(const QString &annotationFolder, const QString &imageFolder, const QString &address)
    : m_address(address.isEmpty() || address.endsWith(u'/') ? address : address + u'/')
{
    const QString root = QDir(imageFolder.isEmpty() ? annotationFolder : imageFolder).absolutePath();
    m_rootLength = root.size();
    if (Result<QStringList> files = findImageFiles(root))
        m_paths = *std::move(files);
    m_byName.reserve(m_paths.size());
    for (qsizetype i = 0; i < m_paths.size(); ++i) {
        const QString name = comparable(m_paths[i].sliced(m_paths[i].lastIndexOf(u'/') + 1));
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

QString ImageLocator::find(const QHash<QString, QList<qsizetype>> &places, const QString &spelling) const
{
    const QStringList parts = m_paths.isEmpty() ? QStringList() : partsOf(spelling);
    const auto candidates = parts.isEmpty() ? places.cend() : places.constFind(parts.last());
    if (candidates == places.cend())
        return {};
    const Found found = best(*candidates, parts);
    return found.isAmbiguous ? QString() : found.path;
}

/// The image at that place below the root, letter case aside; empty where there is none.
QString ImageLocator::findExactly(const QString &below) const
{
    const QStringList parts = partsOf(below);
    const auto candidates = parts.isEmpty() ? m_byName.cend() : m_byName.constFind(parts.last());
    if (candidates == m_byName.cend())
        return {};
    for (const qsizetype candidate : *candidates) {
        if (partsOf(m_paths[candidate].sliced(m_rootLength)) == parts)
            return m_paths[candidate];
    }
    return {};
}

QString ImageLocator::locate(const QString &spelling) const
{
    if (m_paths.isEmpty())
        return {};
    if (!m_address.isEmpty() && spelling.startsWith(m_address))
        return findExactly(spelling.sliced(m_address.size()));
    const QString found = find(m_byName, spelling); // a file may be called "100%25.jpg"
    const QString address = found.isEmpty() ? decoded(spelling) : QString();
    return address.isEmpty() ? found : find(m_byName, address);
}

QString ImageLocator::locateStem(const QString &spelling) const
{
    return find(m_byStem, spelling);
}

} // namespace boxwright
