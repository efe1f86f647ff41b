// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/kitti_format.h"

#include "core/base/file_io.h"
#include "core/base/json_members.h"
#include "core/formats/class_list_file.h"
#include "core/formats/export_file.h"
#include "core/formats/image_export.h"
#include "core/formats/image_locator.h"
#include "core/formats/image_loop.h"
#include "core/formats/kitti_line.h"
#include "core/formats/reading.h"
#include "core/formats/split_names.h"
#include "core/imaging/image_reader.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiFormat)
};

constexpr qint64 kMaxFileBytes = qint64{16} << 20;
constexpr int kLookAt = 20; ///< files of a folder
constexpr const char *kClassList = "classes.txt";
constexpr QByteArrayView kKey("kitti"); ///< in `extra` of an image: {"regions": ["DontCare ...", ...]}

bool isList(const QString &path)
{
    return QFileInfo(path).fileName() == QLatin1String(kClassList);
}

QStringList labelFiles(const QString &from)
{
    const QFileInfo info(from);
    if (info.isFile())
        return {info.absoluteFilePath()};
    QStringList files;
    QDirIterator entries(info.absoluteFilePath(), {QStringLiteral("*.txt")}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(entries.next());
    files.removeIf(isList);
    sortNaturally(files);
    return files;
}

/// Whether the file's first line that is not empty is KITTI's; nullopt where there is none.
std::optional<bool> holdsKitti(const QString &path)
{
    const bool isText = path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive);
    const Result<QByteArray> bytes = isText ? readFile(path, kMaxFileBytes) : Result<QByteArray>(QByteArray("?"));
    for (const QByteArray &line : bytes.value_or("?").split('\n')) {
        if (!line.trimmed().isEmpty())
            return isKittiLine(line);
    }
    return std::nullopt;
}

/// A class name as one column.
QString asColumn(const QString &name)
{
    QString column = name.simplified();
    column.replace(u' ', u'_');
    return column.isEmpty() ? QStringLiteral("_") : column;
}

/// One reading of one data set.
class KittiReader
{
public:
    KittiReader(const QString &folder, const ReadOptions &options, Reading &reading)
        : m_folder(folder)
        , m_locator(folder, options.imageFolder)
        , m_reading(reading)
    {
        for (const QString &name : readClassList(folder + u'/' + QLatin1String(kClassList))) {
            m_reading.classes().indexOf(name);
            m_names.insert(asColumn(name), name);
        }
    }

    Result<> readFileAt(const QString &path)
    {
        const QString name = QDir(m_folder).relativeFilePath(path);
        const Result<QByteArray> bytes = readFile(path, kMaxFileBytes);
        if (!bytes) {
            m_reading.note(QStringLiteral("bad-file"), bytes.error().message);
            return {};
        }
        FormatImage image;
        const QString stem = withoutEnding(name);
        image.split = splitOfWord(name.section(u'/', 0, -2));
        image.path = m_locator.locateStem(imageStem(stem));
        const QString ending = QFileInfo(image.path).suffix();
        image.source = stem + u'.' + (ending.isEmpty() ? QStringLiteral("png") : ending); // KITTI's own are PNG
        if (image.path.isEmpty())
            m_reading.noteMissingImage(name, image.source);
        else if (const Result<ImageHeader> header = readImageHeader(image.path))
            image.size = header->size;
        const bool isWhole = takeLines(*bytes, name, image);
        const bool hasLabel = std::any_of(image.labels.begin(), image.labels.end(),
                                          [](const FormatLabel &label) { return !label.isSuggestion; });
        if (hasLabel)
            image.state = ReviewState::Reviewed;
        else if (image.labels.empty() && isWhole)
            image.state = ReviewState::Empty;
        return m_reading.deliver(std::move(image));
    }

private:
    /// "training/image_2/a" for "training/label_2/a".
    static QString imageStem(const QString &stem)
    {
        return QString(stem).replace(QLatin1String("label_2/"), QLatin1String("image_2/"));
    }

    /// Whether every line was understood.
    bool takeLines(const QByteArray &bytes, const QString &name, FormatImage &image)
    {
        bool isWhole = true;
        QByteArray regions;
        int number = 0;
        for (const QByteArray &raw : bytes.split('\n')) {
            ++number;
            const QByteArray line = raw.simplified();
            const auto where = [&] { return Text::tr("%1, line %2").arg(name).arg(number); };
            if (line.isEmpty())
                continue;
            if (line.startsWith("DontCare ")) {
                regions += (regions.isEmpty() ? "" : ",") + jsonString(QString::fromUtf8(line.left(200)));
                m_reading.noteWith(QStringLiteral("region"), [&] {
                    return Text::tr("%1 marks a region that nobody has labelled: it is no label").arg(where());
                });
                continue;
            }
            Result<KittiLine> parsed = parseKittiLine(line);
            if (!parsed) {
                m_reading.note(QStringLiteral("bad-line"),
                               Text::tr("%1: %2", "place, what is wrong there").arg(where(), parsed.error().message));
                isWhole = false;
                continue;
            }
            if (parsed->label.box.isEmpty()) {
                m_reading.noteWith(QStringLiteral("degenerate-box"), [&] {
                    return Text::tr("%1 has no area: %2 x %3 pixels")
                        .arg(where())
                        .arg(parsed->label.box.width())
                        .arg(parsed->label.box.height());
                });
                isWhole = false;
                continue;
            }
            parsed->label.classIndex = m_reading.classes().indexOf(m_names.value(parsed->type, parsed->type));
            image.labels.push_back(std::move(parsed->label));
        }
        if (!regions.isEmpty())
            image.extra = QStringLiteral("{\"kitti\":{\"regions\":[%1]}}").arg(QString::fromUtf8(regions));
        return isWhole;
    }

    const QString m_folder;
    const ImageLocator m_locator;
    Reading &m_reading;
    QHash<QString, QString> m_names; ///< as a column -> as the list has it
};

QByteArray labelText(const FormatImage &image, const QStringList &classes)
{
    QByteArray text;
    for (const FormatLabel &label : image.labels)
        text += kittiLine(label, asColumn(classes.value(label.classIndex))) + '\n';
    const KeptMembers kept(image.extra, kKey);
    JsonCursor regions(kept.value("regions"));
    if (regions.kind() == JsonCursor::Kind::Array && regions.enterArray()) {
        while (regions.nextElement())
            text += regions.string().value_or(QString()).simplified().toUtf8() + '\n';
    }
    return text;
}

/// The folder of a split, with '/' at its end.
QString folderOf(Split split)
{
    switch (split) {
    case Split::Train:
        return QStringLiteral("training/");
    case Split::Validation:
        return QStringLiteral("validation/");
    case Split::Test:
        return QStringLiteral("testing/");
    case Split::None:
        break;
    }
    return {};
}

/// The first two names that are one as columns; empty where there are none.
QStringList sameColumn(const QStringList &classes)
{
    QHash<QString, QString> names;
    for (const QString &name : classes) {
        const QString column = asColumn(name);
        if (names.contains(column))
            return {names.value(column), name};
        names.insert(column, name);
    }
    return {};
}

} // namespace

QString KittiFormat::id() const
{
    return QStringLiteral("kitti");
}

QString KittiFormat::name() const
{
    return Text::tr("KITTI");
}

FormatAbilities KittiFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.flags = LabelFlag::Truncated | LabelFlag::Occluded;
    abilities.hasConfirmedEmpty = true;
    abilities.extraKey = QStringLiteral("kitti");
    return abilities;
}

bool KittiFormat::recognizes(const QString &path) const
{
    const QFileInfo info(path);
    if (!info.isDir())
        return holdsKitti(path).value_or(false);
    QDirIterator entries(path, {QStringLiteral("*.txt")}, QDir::Files, QDirIterator::Subdirectories);
    for (int seen = 0; seen < kLookAt && entries.hasNext(); ++seen) {
        const QString file = entries.next();
        const std::optional<bool> isKitti = isList(file) ? std::nullopt : holdsKitti(file);
        if (isKitti)
            return *isKitti;
    }
    return false;
}

Result<> KittiFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const QFileInfo from(options.from);
    const QStringList files = labelFiles(options.from);
    Reading reading(options, sink);
    KittiReader reader(from.isDir() ? from.absoluteFilePath() : from.absolutePath(), options, reading);
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
    return failure(
        why.isEmpty() ? Text::tr("%1 holds no label file (*.txt)").arg(QDir::toNativeSeparators(options.from)) : why);
}

Result<WriteSummary> KittiFormat::write(const WriteOptions &options, FormatSource &source, const NoteSink &notes) const
{
    const QStringList classes = source.classes();
    if (const QStringList same = sameColumn(classes); !same.isEmpty())
        return failure(Text::tr("KITTI cannot tell the classes \"%1\" and \"%2\" apart: it has no spaces in names")
                           .arg(same[0], same[1]));
    ExportPaths paths(options.imageRoot);
    Result<WriteSummary> summary = writeImages(
        {options, source, notes, /*needsSize=*/false, /*needsAnswer=*/true}, [&](const FormatImage &image) -> Result<> {
            const QString place = paths.place(image.path.isEmpty() ? image.source : image.path);
            const QString folder = options.to + u'/' + folderOf(image.split);
            if (options.copyImages) {
                if (Result<> copied = copyImage(image, folder + QStringLiteral("image_2/") + place, options); !copied)
                    return copied;
            }
            return ExportFile::writeAll(folder + QStringLiteral("label_2/%1.txt").arg(withoutEnding(place)),
                                        labelText(image, classes));
        });
    const QString list = options.to + u'/' + QLatin1String(kClassList);
    const Result<> listed = summary ? ExportFile::writeAll(list, classListText(classes)) : Result<>();
    return listed ? summary : Result<WriteSummary>(failure(listed.error()));
}

} // namespace boxwright
