// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelme_reader.h"

#include "core/base/file_io.h"
#include "core/formats/class_list_file.h"
#include "core/formats/export_file.h"
#include "core/formats/image_export.h"
#include "core/formats/image_loop.h"
#include "core/formats/split_names.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LabelmeReader)
};

constexpr qint64 kMaxFileBytes = qint64{512} << 20; ///< an image as base64 may be inside
constexpr int kHopelessFiles = 20; ///< so many other JSON files without a shape list, and the folder is none of ours
constexpr const char *kClassList = "labels.txt";

QString folderOf(const QString &from)
{
    const QFileInfo info(from);
    return info.isDir() ? info.absoluteFilePath() : info.absolutePath();
}

QStringList jsonFiles(const QString &from)
{
    const QFileInfo info(from);
    if (info.isFile())
        return {info.absoluteFilePath()};
    QStringList files;
    QDirIterator entries(info.absoluteFilePath(), {QStringLiteral("*.json")}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(entries.next());
    sortNaturally(files);
    return files;
}

std::optional<LabelmeFile> fileAt(const QString &path)
{
    const bool isJson = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    const Result<QByteArray> bytes = isJson ? readFile(path, kMaxFileBytes) : Result<QByteArray>(QByteArray());
    Result<LabelmeFile> file = bytes ? parseLabelmeFile(*bytes) : Result<LabelmeFile>(failure(bytes.error()));
    return file ? std::optional(*std::move(file)) : std::nullopt;
}

} // namespace

std::optional<LabelmeDialect> labelmeDialectAt(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir()) {
        const std::optional<LabelmeFile> file = fileAt(path);
        return file ? std::optional(file->dialect) : std::nullopt;
    }
    QDirIterator entries(path, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    for (int seen = 0; seen < kHopelessFiles && entries.hasNext(); ++seen) {
        const std::optional<LabelmeFile> file = fileAt(entries.next());
        if (!file)
            return std::nullopt;
        if (file->dialect == LabelmeDialect::XAnyLabeling || !file->labels.empty() || !entries.hasNext())
            return file->dialect; // without shapes the two look alike
    }
    return std::nullopt;
}

LabelmeReader::LabelmeReader(const ReadOptions &options, LabelmeDialect dialect, Reading &reading)
    : m_options(options)
    , m_folder(folderOf(options.from))
    , m_dialect(dialect)
    , m_locator(m_folder, options.imageFolder)
    , m_reading(reading)
{
    for (const QString &name : readClassList(m_folder + u'/' + QLatin1String(kClassList)))
        m_reading.classes().indexOf(name);
}

Result<> LabelmeReader::read()
{
    const QStringList files = jsonFiles(m_options.from);
    qint64 done = 0;
    for (const QString &path : files) {
        if (Result<> read = readFileAt(path); !read)
            return read;
        if (Result<> going = m_reading.advance(++done, files.size()); !going)
            return going;
    }
    m_reading.finish();
    if (m_reading.imageCount() > 0)
        return {};
    const QString why = m_reading.firstNote(QStringLiteral("bad-file"));
    return failure(why.isEmpty()
                       ? Text::tr("%1 holds no labelme file (*.json)").arg(QDir::toNativeSeparators(m_options.from))
                       : why);
}

Result<> LabelmeReader::readFileAt(const QString &path)
{
    const QString name = QDir(m_folder).relativeFilePath(path);
    const Result<QByteArray> bytes = readFile(path, kMaxFileBytes);
    Result<LabelmeFile> file = bytes ? parseLabelmeFile(*bytes) : Result<LabelmeFile>(failure(bytes.error()));
    if (!file) {
        m_reading.note(QStringLiteral("bad-file"),
                       Text::tr("%1: %2", "place, what is wrong there").arg(name, file.error().message));
        const bool isHopeless = ++m_bad >= kHopelessFiles && m_reading.imageCount() == 0;
        return isHopeless ? failure(m_reading.firstNote(QStringLiteral("bad-file"))) : Result<>();
    }
    for (const FormatNote &problem : file->problems)
        m_reading.note(problem.kind, Text::tr("%1: %2", "place, what is wrong there").arg(name, problem.text));
    FormatImage &image = file->image;
    image.split = splitOfWord(name.section(u'/', 0, -2));
    place(image, name);
    for (NamedLabel &item : file->labels) {
        item.label.classIndex = m_reading.classes().indexOf(item.name);
        // X-AnyLabeling keeps the score of what its models drew: nobody has said yet that it is right.
        item.label.isSuggestion = m_dialect == LabelmeDialect::XAnyLabeling && item.label.confidence >= 0;
        if (!item.label.isSuggestion)
            image.state = ReviewState::Reviewed;
        image.labels.push_back(std::move(item.label));
    }
    return m_reading.deliver(std::move(image));
}

/// The image lies where imagePath says, seen from the JSON file, or has the file's own name.
void LabelmeReader::place(FormatImage &image, const QString &name)
{
    const QString stem = withoutEnding(name);
    if (!image.source.isEmpty()) {
        const QString folder = name.section(u'/', 0, -2);
        const bool isPlain = !image.source.contains(u'/') && !image.source.contains(u'\\');
        image.path = m_locator.locate(isPlain && !folder.isEmpty() ? folder + u'/' + image.source : image.source);
    }
    if (image.path.isEmpty())
        image.path = m_locator.locateStem(stem);
    if (image.source.isEmpty())
        image.source = stem;
    if (image.path.isEmpty())
        m_reading.noteMissingImage(name, image.source);
}

Result<WriteSummary> writeLabelmeFiles(const WriteOptions &options, LabelmeDialect dialect, FormatSource &source,
                                       const NoteSink &notes)
{
    const QStringList classes = source.classes();
    ExportPaths paths(options.imageRoot);
    Result<WriteSummary> summary = writeImages({options, source, notes}, [&](const FormatImage &image) -> Result<> {
        const QString folder = shortSplitName(image.split);
        const QString path = image.path.isEmpty() ? image.source : image.path;
        const QString place = (folder.isEmpty() ? QString() : folder + u'/') + paths.place(path);
        if (options.copyImages) {
            if (Result<> copied = copyImage(image, options.to + u'/' + place, options); !copied)
                return copied;
        }
        return ExportFile::writeAll(options.to + u'/' + withoutEnding(place) + QStringLiteral(".json"),
                                    labelmeFile(image, place.section(u'/', -1), classes, dialect));
    });
    const QString list = options.to + u'/' + QLatin1String(kClassList);
    const Result<> listed = summary ? ExportFile::writeAll(list, classListText(classes)) : Result<>();
    return listed ? summary : Result<WriteSummary>(failure(listed.error()));
}

} // namespace boxwright
