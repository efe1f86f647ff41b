// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/yolo_layout.h"

#include "core/base/file_io.h"
#include "core/formats/export_paths.h"
#include "core/formats/split_names.h"
#include "core/formats/yolo_line.h"
#include "core/imaging/image_reader.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YoloLayout)
};

constexpr qint64 kMaxConfigBytes = qint64{1} << 20;
constexpr qint64 kMaxListBytes = qint64{256} << 20;

/// Names of files that list the classes, the likeliest first.
const QStringList &namesFiles()
{
    static const QStringList names{QStringLiteral("obj.names"), QStringLiteral("classes.names"),
                                   QStringLiteral("classes.txt"), QStringLiteral("labels/classes.txt")};
    return names;
}

/// The folder's description: any file *.yaml that has names, else obj.data.
QString descriptionIn(const QString &folder)
{
    const QDir dir(folder);
    for (const QString &name :
         dir.entryList({QStringLiteral("*.yaml"), QStringLiteral("*.yml"), QStringLiteral("*.data")}, QDir::Files)) {
        const Result<QByteArray> text = readFile(dir.filePath(name), kMaxConfigBytes);
        if (!text)
            continue;
        const bool isData = name.endsWith(QLatin1String(".data"));
        const Result<YoloConfig> config = isData ? Result<YoloConfig>(parseYoloData(*text)) : parseYoloYaml(*text);
        if (config && (!config->names.isEmpty() || !config->namesFile.isEmpty()))
            return dir.filePath(name);
    }
    return {};
}

QString namesFileIn(const QString &folder)
{
    for (const QString &name : namesFiles()) {
        if (QFileInfo(folder + u'/' + name).isFile())
            return folder + u'/' + name;
    }
    return {};
}

bool isBelow(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

/// "train/x/a" for "images/train/x/a": the folder of images as that of labels.
QStringList labelStems(const QString &imageStem)
{
    QStringList stems{imageStem, QStringLiteral("labels/") + imageStem};
    const QStringList parts = imageStem.split(u'/');
    for (qsizetype i = parts.size() - 2; i >= 0; --i) {
        if (parts[i] != QLatin1String("images"))
            continue;
        for (const QString &name :
             {QStringLiteral("labels"), QStringLiteral("annotations"), QStringLiteral("labeltxt")}) {
            QStringList other = parts;
            other[i] = name;
            stems.prepend(other.join(u'/'));
        }
    }
    return stems;
}

} // namespace

YoloLayout::YoloLayout(const QString &root, const QString &imageFolder)
    : m_root(root)
    , m_imageFolder(imageFolder.isEmpty() ? root : QDir(imageFolder).absolutePath())
    , m_locator(root, imageFolder)
{
}

bool YoloLayout::recognizes(const QString &from)
{
    const QFileInfo info(from);
    if (info.isDir())
        return !descriptionIn(from).isEmpty() || !namesFileIn(from).isEmpty();
    const QString ending = info.suffix().toLower();
    const bool isDescription =
        ending == QLatin1String("yaml") || ending == QLatin1String("yml") || ending == QLatin1String("data");
    const Result<QByteArray> text = isDescription ? readFile(from, kMaxConfigBytes) : Result<QByteArray>(QByteArray());
    if (!text || text->isEmpty())
        return false;
    if (ending == QLatin1String("data"))
        return !parseYoloData(*text).namesFile.isEmpty();
    return parseYoloYaml(*text).value_or(YoloConfig()).names.size() > 0;
}

Result<YoloLayout> YoloLayout::find(const QString &from, const QString &imageFolder, const Tell &tell)
{
    const QFileInfo info(from);
    YoloLayout layout(info.isDir() ? info.absoluteFilePath() : info.absolutePath(), imageFolder);
    if (Result<> read = layout.readConfig(from); !read)
        return failure(read.error());
    layout.listFiles();
    for (auto part = layout.m_config.parts.cbegin(); part != layout.m_config.parts.cend(); ++part) {
        for (const QString &path : *part)
            layout.addPart(part.key(), path, tell);
    }
    if (layout.m_entries.empty())
        layout.addEverything();
    if (layout.m_entries.empty())
        return failure(Text::tr("%1 holds neither images nor label files").arg(QDir::toNativeSeparators(from)));
    return layout;
}

Result<> YoloLayout::readConfig(const QString &from)
{
    const QString path = QFileInfo(from).isDir() ? descriptionIn(m_root) : from;
    if (path.isEmpty()) {
        readNames(namesFileIn(m_root));
        return {};
    }
    const Result<QByteArray> text = readFile(path, kMaxConfigBytes);
    if (!text)
        return failure(text.error());
    if (path.endsWith(QLatin1String(".data"), Qt::CaseInsensitive)) {
        m_config = parseYoloData(*text);
        const QString names = m_config.namesFile.section(u'/', -1);
        const QString here = m_root + u'/' + names;
        readNames(QFileInfo(here).isFile() ? here : namesFileIn(m_root));
        return {};
    }
    Result<YoloConfig> config = parseYoloYaml(*text);
    if (!config)
        return failure(Text::tr("%1: %2", "place, what is wrong there")
                           .arg(QDir::toNativeSeparators(path), config.error().message));
    m_config = *std::move(config);
    return {};
}

void YoloLayout::readNames(const QString &path)
{
    const Result<QByteArray> text = path.isEmpty() ? Result<QByteArray>(QByteArray()) : readFile(path, kMaxConfigBytes);
    if (!text)
        return;
    for (const QByteArray &line : text->split('\n'))
        m_config.names.append(yoloClassName(line));
    while (!m_config.names.isEmpty() && m_config.names.last().isEmpty())
        m_config.names.removeLast();
}

void YoloLayout::listFiles()
{
    if (Result<QStringList> images = findImageFiles(m_imageFolder))
        m_images = *std::move(images);
    QDirIterator files(m_root, {QStringLiteral("*.txt")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        m_labelFiles.append(files.next());
    sortNaturally(m_labelFiles);
    for (const QString &path : std::as_const(m_labelFiles))
        m_labels.insert(withoutEnding(path.sliced(m_root.size() + 1)).toLower(), path);
}

QString YoloLayout::labelsOf(const QString &image) const
{
    if (image.isEmpty())
        return {};
    const QString &base = isBelow(image, m_root) ? m_root : m_imageFolder;
    for (const QString &stem : labelStems(withoutEnding(image.sliced(base.size() + 1)).toLower())) {
        if (const auto found = m_labels.constFind(stem); found != m_labels.cend())
            return *found;
    }
    return {};
}

/// The folder that a description means: below the root, whatever it says; empty where there is none. Roboflow writes
/// "../train/images" for "train/images".
QString YoloLayout::folderOf(const QString &spelling) const
{
    QString plain = spelling;
    plain.replace(u'\\', u'/');
    const QString base = QDir::cleanPath(m_root + u'/' + m_config.path);
    for (const QString &start : {base, m_root}) {
        QString rest = plain;
        for (;;) {
            const QString path = QDir::cleanPath(start + u'/' + rest);
            if (isBelow(path, m_root) && path != m_root && isThere(path))
                return path;
            const qsizetype slash = rest.indexOf(u'/');
            if (slash < 0)
                break;
            rest = rest.sliced(slash + 1);
        }
    }
    return {};
}

/// Whether the file or folder exists, or, where the images are elsewhere, the folder of its labels.
bool YoloLayout::isThere(const QString &path) const
{
    if (QFileInfo::exists(path))
        return true;
    const QStringList stems = labelStems(path.sliced(m_root.size() + 1) + QStringLiteral("/x"));
    return std::any_of(stems.begin(), stems.end(),
                       [this](const QString &stem) { return QFileInfo(m_root + u'/' + stem.chopped(2)).isDir(); });
}

void YoloLayout::addPart(Split split, const QString &path, const Tell &tell)
{
    QString found = folderOf(path);
    if (found.isEmpty() && split == Split::Validation) // Roboflow's description and folders disagree
        found = folderOf(QString(path).replace(QLatin1String("valid"), QLatin1String("val")));
    if (!found.isEmpty() && !QFileInfo(found).isFile())
        return addBelow(split, found);
    if (!found.isEmpty() && found.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive))
        return addList(split, found);
    const QString image = m_locator.locate(path);
    if (!image.isEmpty())
        return add({path, image, labelsOf(image), split});
    tell(QStringLiteral("missing-part"),
         Text::tr("%1, which the description names, is not below %2").arg(path, QDir::toNativeSeparators(m_root)));
}

void YoloLayout::addList(Split split, const QString &file)
{
    const bool isTaken = m_taken.contains(file); // one list for two splits: the first has its images
    const Result<QByteArray> text = isTaken ? QByteArray() : readFile(file, kMaxListBytes);
    if (!text)
        return;
    m_taken.insert(file);
    for (const QByteArray &line : text->split('\n')) {
        const QString spelling = QString::fromUtf8(line).trimmed();
        if (spelling.isEmpty())
            continue;
        const QString image = m_locator.locate(spelling);
        QString labels;
        for (QString stem = withoutEnding(spelling).toLower(); labels.isEmpty() && !stem.isEmpty();
             stem = stem.contains(u'/') ? stem.section(u'/', 1) : QString()) {
            for (const QString &other : labelStems(stem)) // "data/obj_train_data/1": the list starts from elsewhere
                labels = labels.isEmpty() ? m_labels.value(other) : labels;
        }
        add({spelling, image, labels.isEmpty() ? labelsOf(image) : labels, split});
    }
}

void YoloLayout::addBelow(Split split, const QString &folder)
{
    for (const QString &image : std::as_const(m_images)) {
        if (isBelow(image, folder))
            add({image.sliced(m_imageFolder.size() + 1), image, labelsOf(image), split});
    }
    // Labels whose images are elsewhere or nowhere.
    const QString below = folder.sliced(m_root.size() + 1).toLower();
    for (const QString &path : std::as_const(m_labelFiles)) {
        const QString stem = withoutEnding(path.sliced(m_root.size() + 1));
        for (const QString &other : labelStems(below + QStringLiteral("/x"))) {
            const QString start = other.chopped(1);
            if (!stem.toLower().startsWith(start) || m_taken.contains(path))
                continue;
            const QString source = stem.sliced(start.size());
            add({source, m_locator.locateStem(source), path, split});
        }
    }
}

/// Without a description: every image, and every label file that no image has.
void YoloLayout::addEverything()
{
    for (const QString &image : std::as_const(m_images)) {
        const QString below = image.sliced(m_imageFolder.size() + 1);
        add({below, image, labelsOf(image), splitOfWord(below.section(u'/', 0, -2))});
    }
    static const QStringList others{QStringLiteral("classes"), QStringLiteral("readme"), QStringLiteral("train"),
                                    QStringLiteral("val"),     QStringLiteral("test"),   QStringLiteral("valid")};
    for (const QString &path : std::as_const(m_labelFiles)) {
        const QString stem = withoutEnding(path.sliced(m_root.size() + 1));
        if (!others.contains(stem.section(u'/', -1).toLower()))
            add({stem, m_locator.locateStem(stem), path, splitOfWord(stem.section(u'/', 0, -2))});
    }
}

void YoloLayout::add(YoloEntry entry)
{
    if (m_taken.contains(entry.image) || m_taken.contains(entry.labels))
        return;
    if (!entry.image.isEmpty())
        m_taken.insert(entry.image);
    if (!entry.labels.isEmpty())
        m_taken.insert(entry.labels);
    m_entries.push_back(std::move(entry));
}

} // namespace boxwright
