// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelme_format.h"

#include "core/base/file_io.h"
#include "core/formats/class_list_file.h"
#include "core/formats/export_file.h"
#include "core/formats/image_export.h"
#include "core/formats/image_locator.h"
#include "core/formats/labelme_json.h"
#include "core/formats/progress_ticker.h"
#include "core/formats/reading.h"
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
    Q_DECLARE_TR_FUNCTIONS(LabelmeFormat)
};

constexpr qint64 kMaxFileBytes = qint64{512} << 20; ///< an image as base64 may be inside
constexpr int kHopelessFiles = 20; ///< so many other JSON files without a shape list, and the folder is none of ours
constexpr const char *kClassList = "labels.txt";

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

/// One reading of one data set.
class LabelmeReader
{
public:
    LabelmeReader(const QString &folder, const QString &imageFolder, Reading &reading)
        : m_folder(folder)
        , m_locator(folder, imageFolder)
        , m_reading(reading)
    {
        for (const QString &name : readClassList(folder + u'/' + QLatin1String(kClassList)))
            m_reading.classes().indexOf(name);
    }

    Result<> readFileAt(const QString &path)
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
        for (LabelmeLabel &item : file->labels) {
            item.label.classIndex = m_reading.classes().indexOf(item.name);
            image.labels.push_back(std::move(item.label));
        }
        if (!image.labels.empty())
            image.state = ReviewState::Reviewed;
        return m_reading.deliver(std::move(image));
    }

private:
    /// The image lies where imagePath says, seen from the JSON file, or has the file's own name.
    void place(FormatImage &image, const QString &name)
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
            m_reading.noteWith(QStringLiteral("missing-image"),
                               [&] { return Text::tr("%1: the image %2 was not found").arg(name, image.source); });
    }

    const QString m_folder;
    const ImageLocator m_locator;
    Reading &m_reading;
    int m_bad = 0;
};

} // namespace

QString LabelmeFormat::id() const
{
    return QStringLiteral("labelme");
}

QString LabelmeFormat::name() const
{
    return Text::tr("labelme JSON");
}

FormatAbilities LabelmeFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.flags = LabelFlag::Difficult;
    abilities.hasUnlabelledImages = true;
    abilities.extraKey = QStringLiteral("labelme");
    return abilities;
}

bool LabelmeFormat::recognizes(const QString &path) const
{
    const QFileInfo info(path);
    if (info.isDir()) {
        QDirIterator entries(path, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
        return entries.hasNext() && recognizes(entries.next());
    }
    const bool isJson = info.suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0;
    const Result<QByteArray> bytes = isJson ? readFile(path, kMaxFileBytes) : Result<QByteArray>(QByteArray());
    return bytes && parseLabelmeFile(*bytes).has_value();
}

Result<> LabelmeFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const QFileInfo from(options.from);
    const QStringList files = jsonFiles(options.from);
    Reading reading(options, sink);
    LabelmeReader reader(from.isDir() ? from.absoluteFilePath() : from.absolutePath(), options.imageFolder, reading);
    qint64 done = 0;
    for (const QString &path : files) {
        if (Result<> read = reader.readFileAt(path); !read)
            return read;
        if (Result<> going = reading.advance(++done, files.size()); !going)
            return going;
    }
    reading.finish();
    if (reading.imageCount() > 0)
        return {};
    const QString why = reading.firstNote(QStringLiteral("bad-file"));
    return failure(why.isEmpty()
                       ? Text::tr("%1 holds no labelme file (*.json)").arg(QDir::toNativeSeparators(options.from))
                       : why);
}

Result<WriteSummary> LabelmeFormat::write(const WriteOptions &options, FormatSource &source,
                                          const NoteSink &notes) const
{
    ProgressTicker progress(options.progress, Text::tr("Writing"));
    const QStringList classes = source.classes();
    ExportPaths paths(options.imageRoot);
    WriteSummary summary;
    source.rewind();
    for (qint64 at = 0; std::optional<FormatImage> image = source.next(); ++at) {
        if (options.cancel.isCancelled())
            return failure(Text::tr("The export was stopped"));
        image->size = sizeForExport(*image);
        if (!canExport(*image, image->size, options)) {
            notes(unreadableNote(*image));
            summary.leftOut.push_back(at);
            continue;
        }
        const QString folder = shortSplitName(image->split);
        const QString path = image->path.isEmpty() ? image->source : image->path;
        const QString place = (folder.isEmpty() ? QString() : folder + u'/') + paths.place(path);
        Result<> written = options.copyImages ? ExportFile::copy(image->path, options.to + u'/' + place) : Result<>();
        if (written)
            written = ExportFile::writeAll(options.to + u'/' + withoutEnding(place) + QStringLiteral(".json"),
                                           labelmeFile(*image, place.section(u'/', -1), classes));
        if (!written)
            return failure(written.error());
        progress.tell(at + 1, source.imageCount());
    }
    const QString list = options.to + u'/' + QLatin1String(kClassList);
    if (Result<> written = ExportFile::writeAll(list, classListText(classes)); !written)
        return failure(written.error());
    return summary;
}

} // namespace boxwright
