// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image_locator.h"

#include "core/imaging/image_reader.h"

#include <QDir>
#include <QUrl>

namespace boxwright {

namespace {

constexpr qsizetype kFew = 8; ///< images of one name that are compared one by one

/// Of a name, and of it with one more folder before it. With this run's seed nobody can make two that agree.
std::size_t keyOf(const QString &part, std::size_t key = QHashSeed::globalSeed())
{
    return qHash(part, key);
}

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
    indexPaths();
}

ImageLocator::ImageLocator(QStringList paths)
    : m_paths(std::move(paths))
{
    indexPaths();
}

void ImageLocator::indexPaths()
{
    m_byName.images.reserve(m_paths.size());
    for (qsizetype i = 0; i < m_paths.size(); ++i) {
        const QString name = comparable(m_paths[i].sliced(m_paths[i].lastIndexOf(u'/') + 1));
        m_byName.images[name].append(i);
        m_byStem.images[stemOf(name)].append(i);
    }
    indexFolders(m_byName);
    indexFolders(m_byStem);
}

/// A thousand videos have a thousand images of the name "frame_1.jpg": nobody compares them one by one.
void ImageLocator::indexFolders(Names &names) const
{
    for (auto name = names.images.cbegin(); name != names.images.cend(); ++name) {
        if (name->size() <= kFew)
            continue;
        for (const qsizetype image : *name) {
            const QStringList own = partsOf(m_paths[image].sliced(m_rootLength));
            std::size_t key = keyOf(name.key());
            for (qsizetype i = own.size() - 1; i >= 0; --i) { // here own[i] and what follows it is the key
                Names::Place &place = names.places[key];
                place.image = image;
                ++place.count;
                if (i == 0) {
                    place.whole = image;
                    ++place.wholes;
                } else {
                    key = keyOf(own[i - 1], key);
                }
            }
        }
    }
}

/// As best(): the one whose last folders agree longest.
QString ImageLocator::findAmongMany(const Names &names, const QStringList &parts) const
{
    Names::Place best;
    std::size_t key = keyOf(parts.last());
    for (qsizetype i = parts.size() - 1; i >= 0; --i) {
        const auto place = names.places.constFind(key);
        if (place == names.places.cend())
            break;
        best = *place;
        key = i > 0 ? keyOf(parts[i - 1], key) : key;
    }
    if (best.wholes > 0)
        return best.wholes == 1 ? m_paths[best.whole] : QString();
    return best.count == 1 ? m_paths[best.image] : QString();
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

QString ImageLocator::find(const Names &names, const QString &spelling) const
{
    const QStringList parts = m_paths.isEmpty() ? QStringList() : partsOf(spelling);
    const auto candidates = parts.isEmpty() ? names.images.cend() : names.images.constFind(parts.last());
    if (candidates == names.images.cend())
        return {};
    if (candidates->size() > kFew)
        return findAmongMany(names, parts);
    const Found found = best(*candidates, parts);
    return found.isAmbiguous ? QString() : found.path;
}

/// The image at that place below the root, letter case aside; empty where there is none.
QString ImageLocator::findExactly(const QString &below) const
{
    const QStringList parts = partsOf(below);
    const auto candidates = parts.isEmpty() ? m_byName.images.cend() : m_byName.images.constFind(parts.last());
    if (candidates == m_byName.images.cend())
        return {};
    if (candidates->size() > kFew) {
        std::size_t key = keyOf(parts.last());
        for (qsizetype i = parts.size() - 2; i >= 0; --i)
            key = keyOf(parts[i], key);
        const qsizetype whole = m_byName.places.value(key).whole;
        return whole >= 0 ? m_paths[whole] : QString();
    }
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
