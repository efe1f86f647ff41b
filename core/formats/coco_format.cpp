// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/coco_format.h"

#include "core/formats/coco_reader.h"
#include "core/formats/coco_writer.h"
#include "core/formats/split_names.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CocoFormat)
};

struct Part
{
    QString path;
    Split split = Split::None;
};

QStringList jsonFiles(const QDir &folder, const QString &pattern)
{
    QStringList files;
    for (const QString &name : folder.entryList({pattern}, QDir::Files))
        files.append(folder.absoluteFilePath(name));
    sortNaturally(files);
    return files;
}

/// Where COCO's files lie: in annotations/, in the folder itself, or (Roboflow) in a folder for each split.
QStringList candidates(const QString &from)
{
    const QFileInfo info(from);
    if (info.isFile())
        return {info.absoluteFilePath()};
    const QDir root(info.absoluteFilePath());
    QStringList files;
    for (const QString &folder : {QStringLiteral("annotations"), QStringLiteral(".")}) {
        files = jsonFiles(QDir(root.filePath(folder)), QStringLiteral("*.json"));
        if (!files.isEmpty())
            return files;
    }
    for (const QString &folder : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        files += jsonFiles(QDir(root.filePath(folder)), QStringLiteral("*.coco.json"));
    return files;
}

bool isCoco(const QString &path)
{
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return false;
    const Result<MappedFile> file = MappedFile::open(path);
    return file && CocoFile::recognizes(file->text());
}

/// The files to read, training images first. COCO's own folder has the same images five times: as instances, captions
/// and more; only instances have boxes and classes.
QList<Part> partsOf(const QString &from)
{
    QStringList files;
    for (const QString &path : candidates(from)) {
        if (isCoco(path))
            files.append(path);
    }
    QStringList instances;
    for (const QString &path : std::as_const(files)) {
        if (QFileInfo(path).fileName().startsWith(QLatin1String("instances")))
            instances.append(path);
    }
    QList<Part> parts;
    for (const QString &path : instances.isEmpty() ? files : instances) {
        const Split named = splitOfWord(QFileInfo(path).completeBaseName());
        parts.append({path, named == Split::None ? splitOfParentFolder(path) : named});
    }
    const auto rank = [](const Part &part) { return part.split == Split::None ? 9 : static_cast<int>(part.split); };
    std::stable_sort(parts.begin(), parts.end(), [&](const Part &a, const Part &b) { return rank(a) < rank(b); });
    return parts;
}

/// The folder that images are looked for in: beside annotations/ where the files lie there.
QString imageFolder(const ReadOptions &options, const QString &file)
{
    if (!options.imageFolder.isEmpty())
        return options.imageFolder;
    QDir folder = QFileInfo(file).dir();
    const bool isInAnnotations = folder.dirName() == QLatin1String("annotations");
    if (isInAnnotations || QFileInfo(options.from).isDir())
        folder.setPath(isInAnnotations ? QFileInfo(folder.path()).path() : options.from);
    return folder.path();
}

} // namespace

QString CocoFormat::id() const
{
    return QStringLiteral("coco");
}

QString CocoFormat::name() const
{
    return Text::tr("COCO JSON");
}

FormatAbilities CocoFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.flags = LabelFlag::Crowd;
    abilities.hasUnlabelledImages = true;
    abilities.extraKey = QStringLiteral("coco");
    return abilities;
}

bool CocoFormat::recognizes(const QString &path) const
{
    const QStringList files = candidates(path);
    return std::any_of(files.begin(), files.end(), isCoco);
}

Result<> CocoFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    QList<Part> parts = partsOf(options.from);
    if (parts.isEmpty() && QFileInfo(options.from).isFile())
        parts.append({options.from, Split::None}); // says what is wrong with it
    if (parts.isEmpty())
        return failure(Text::tr("%1 holds no COCO file (*.json)").arg(QDir::toNativeSeparators(options.from)));
    Reading reading(options, sink);
    std::vector<CocoFile> files;
    qint64 total = 0;
    for (const Part &part : parts) {
        Result<CocoFile> file = CocoFile::open(part.path, [&reading] { return reading.advance(0, 0); });
        if (!file)
            return failure(file.error());
        total += file->imageCount();
        files.push_back(*std::move(file));
    }
    const ImageLocator locator(imageFolder(options, parts.first().path), {});
    qint64 done = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        CocoReader reader(files[static_cast<std::size_t>(i)], QFileInfo(parts[i].path).fileName(), locator, reading);
        if (Result<> read = reader.read(parts[i].split, done, total); !read)
            return read;
    }
    reading.finish();
    if (reading.imageCount() > 0)
        return {};
    const QString why = reading.firstNote(QStringLiteral("bad-image"));
    const QString shown = QDir::toNativeSeparators(options.from);
    return failure(why.isEmpty() ? Text::tr("%1 is empty: it names no image").arg(shown) : why);
}

Result<WriteSummary> CocoFormat::write(const WriteOptions &options, FormatSource &source, const NoteSink &notes) const
{
    return CocoWriter(options, source, notes).write();
}

} // namespace boxwright
