// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/sagemaker_json_format.h"

#include "core/base/file_io.h"
#include "core/formats/export_paths.h"
#include "core/formats/image_locator.h"
#include "core/formats/reading.h"
#include "core/formats/sagemaker_channels.h"
#include "core/formats/sagemaker_images.h"
#include "core/formats/sagemaker_json_writer.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <climits>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SagemakerJson)
};

constexpr qint64 kMaxFileBytes = qint64{16} << 20; ///< one image's boxes; real files have some kilobytes
constexpr int kHopelessFiles = 20; ///< so many other JSON files without an annotation, and the folder is none of ours

/// A folder of annotation files and the folder of its images.
struct Part
{
    Split split = Split::None;
    QString folder;
    QString images;
    QStringList files; ///< absolute
};

QStringList jsonFiles(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(entries.next());
    sortNaturally(files);
    return files;
}

QList<Part> partsOf(const ReadOptions &options)
{
    const QFileInfo from(options.from);
    if (from.isFile())
        return {{Split::None, from.absolutePath(), options.imageFolder, {from.absoluteFilePath()}}};
    const QDir root(from.absoluteFilePath());
    QList<Part> parts;
    for (const SagemakerChannel &channel : sagemakerChannels()) {
        if (!root.exists(channel.annotations))
            continue;
        const QString folder = root.filePath(channel.annotations);
        const QString images = options.imageFolder.isEmpty() ? root.filePath(channel.images) : options.imageFolder;
        parts.append({channel.split, folder, images, jsonFiles(folder)});
    }
    if (parts.isEmpty())
        parts.append({Split::None, root.path(), options.imageFolder, jsonFiles(root.path())});
    return parts;
}

Result<AnnotatedImage> readAnnotation(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path, kMaxFileBytes);
    if (!bytes)
        return failure(bytes.error());
    Result<AnnotatedImage> entry = parseAnnotationFile(*bytes);
    if (!entry)
        return failure(
            Text::tr("%1: %2", "place, what is wrong there").arg(QDir::toNativeSeparators(path), entry.error().message),
            entry.error().detail);
    return entry;
}

/// All class names first, so that ids keep their order whichever image comes first.
Result<> collectClasses(const QList<Part> &parts, Reading &reading)
{
    int bad = 0;
    for (const Part &part : parts) {
        for (const QString &path : part.files) {
            if (const Result<AnnotatedImage> entry = readAnnotation(path)) {
                reading.classes().collect(entry->classNames);
                bad = INT_MIN;
            } else if (++bad >= kHopelessFiles) {
                return failure(entry.error());
            }
            if (Result<> going = reading.advance(0, 0); !going)
                return going;
        }
    }
    reading.classes().sort();
    return {};
}

Result<> readFileInto(const QString &path, const Part &part, const ImageLocator &locator, Reading &reading)
{
    Result<AnnotatedImage> entry = readAnnotation(path);
    if (!entry) {
        reading.note(QStringLiteral("bad-file"), entry.error().message);
        return {};
    }
    const QString name = QDir(part.folder).relativeFilePath(path);
    tellProblems(*entry, name, reading);
    FormatImage image = toFormatImage(*std::move(entry), reading);
    image.split = part.split;
    // "file" is what the training reads; the stem of the JSON file is what its channels are matched by.
    image.path = locator.locate(image.source);
    if (image.path.isEmpty())
        image.path = locator.locateStem(withoutEnding(name));
    if (image.source.isEmpty())
        image.source = withoutEnding(name);
    if (image.path.isEmpty())
        reading.note(QStringLiteral("missing-image"),
                     Text::tr("%1: the image %2 was not found").arg(name, image.source));
    return reading.deliver(std::move(image));
}

} // namespace

QString SagemakerJsonFormat::id() const
{
    return QStringLiteral("sagemaker-json");
}

QString SagemakerJsonFormat::name() const
{
    return Text::tr("SageMaker JSON, one file per image");
}

FormatAbilities SagemakerJsonFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.extraKey = QStringLiteral("sagemaker");
    return abilities;
}

bool SagemakerJsonFormat::recognizes(const QString &path) const
{
    const QFileInfo info(path);
    if (info.isFile())
        return info.suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0 && info.size() <= kMaxFileBytes &&
               readAnnotation(path).value_or(AnnotatedImage()).size.isValid();
    QDirIterator entries(path, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    return entries.hasNext() && recognizes(entries.next());
}

Result<> SagemakerJsonFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const QString shownFrom = QDir::toNativeSeparators(options.from);
    const QList<Part> parts = partsOf(options);
    qint64 total = 0;
    for (const Part &part : parts)
        total += part.files.size();
    if (total == 0)
        return failure(Text::tr("%1 holds no annotation file (*.json)").arg(shownFrom));
    Reading reading(options, sink);
    if (Result<> collected = collectClasses(parts, reading); !collected)
        return collected;
    qint64 done = 0;
    for (const Part &part : parts) {
        const ImageLocator locator(part.folder, part.images);
        for (const QString &path : part.files) {
            if (Result<> taken = readFileInto(path, part, locator, reading); !taken)
                return taken;
            if (Result<> going = reading.advance(++done, total); !going)
                return going;
        }
    }
    reading.finish();
    if (reading.imageCount() == 0)
        return failure(reading.firstNote(QStringLiteral("bad-file")));
    return {};
}

Result<WriteSummary> SagemakerJsonFormat::write(const WriteOptions &options, FormatSource &source,
                                                const NoteSink &notes) const
{
    return SagemakerJsonWriter(options, source, notes).write();
}

} // namespace boxwright
