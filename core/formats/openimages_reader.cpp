// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/openimages_reader.h"

#include "core/formats/openimages_box.h"
#include "core/formats/split_names.h"
#include "core/imaging/image_reader.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenImagesReader)
};

const QStringList kKeyNames{QStringLiteral("imageid")};
constexpr int kLookAt = 1000; ///< tables of a folder

std::size_t hashOf(const QString &id)
{
    return qHash(id, QHashSeed::globalSeed());
}

/// The subfolder of images that a split has.
QString folderOf(Split split)
{
    return split == Split::Validation ? QStringLiteral("validation/")
           : split == Split::Train    ? QStringLiteral("train/")
           : split == Split::Test     ? QStringLiteral("test/")
                                      : QString();
}

} // namespace

OpenImagesTables findOpenImagesTables(const QString &from)
{
    const QFileInfo info(from);
    OpenImagesTables tables;
    tables.folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    const QString file = info.isDir() ? QString() : info.absoluteFilePath();
    if (!file.isEmpty() &&
        (info.suffix().toLower() != QLatin1String("csv") || !isOpenImagesTable(CsvGroups::headerOf(file))))
        return tables;
    QDirIterator entries(tables.folder, {QStringLiteral("*.csv")}, QDir::Files,
                         file.isEmpty() ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags);
    for (int seen = 0; seen < kLookAt && entries.hasNext(); ++seen) {
        const QString path = entries.next();
        const CsvHeader header = CsvGroups::headerOf(path);
        const bool isList = header.column(kKeyNames) >= 0 && header.column({QStringLiteral("subset")}) >= 0;
        if (QFileInfo(path).fileName().contains(QLatin1String("class-descriptions")))
            tables.classes.append(path);
        else if (isOpenImagesTable(header) && (file.isEmpty() || path == file))
            tables.boxes.append(path);
        else if (isList && file.isEmpty())
            tables.images.append(path);
    }
    for (QStringList *list : {&tables.boxes, &tables.images, &tables.classes})
        sortNaturally(*list);
    return tables;
}

OpenImagesReader::OpenImagesReader(const OpenImagesTables &tables, const ReadOptions &options, Reading &reading)
    : m_tables(tables)
    , m_options(options)
    , m_locator(tables.folder, options.imageFolder)
    , m_reading(reading)
{
}

Result<> OpenImagesReader::read()
{
    for (const QString &path : m_tables.classes)
        readClasses(path);
    for (const QString &path : m_tables.boxes) {
        if (Result<> read = readBoxes(path); !read)
            return read;
    }
    for (const QString &path : m_tables.images) {
        if (Result<> read = readImages(path); !read)
            return read;
    }
    return {};
}

/// Two columns, id and name, with or without a header.
void OpenImagesReader::readClasses(const QString &path)
{
    const Result<MappedFile> file = MappedFile::open(path);
    if (!file)
        return m_reading.note(QStringLiteral("bad-file"), file.error().message);
    CsvCursor cursor(file->text());
    for (QStringList fields; cursor.next(fields);) {
        const QString id = fields.value(0);
        const QString name = fields.value(1).isEmpty() ? id : fields.value(1);
        const bool isHeader = id.compare(QLatin1String("LabelName"), Qt::CaseInsensitive) == 0;
        if (isHeader || id.isEmpty() || m_classNames.contains(id))
            continue;
        ClassTable &classes = m_reading.classes();
        const bool isTaken = classes.contains(name); // two classes of one name stay two
        const int index = classes.append(isTaken ? QStringLiteral("%1 (%2)").arg(name, id) : name);
        m_classNames.insert(id, classes.names()[index]);
    }
    if (!cursor.problem().isEmpty())
        m_reading.note(
            QStringLiteral("bad-file"),
            Text::tr("%1, line %2: %3").arg(QFileInfo(path).fileName()).arg(cursor.line()).arg(cursor.problem()));
}

QString OpenImagesReader::where(const CsvRow &row) const
{
    return Text::tr("%1, line %2").arg(m_name).arg(row.line);
}

std::optional<FormatImage> OpenImagesReader::imageOf(const QString &id, Split split)
{
    FormatImage image;
    image.split = split;
    image.path = m_locator.locateStem(folderOf(split) + id);
    const QString ending = QFileInfo(image.path).suffix();
    image.source = id + u'.' + (ending.isEmpty() ? QStringLiteral("jpg") : ending); // Open Images has nothing but JPEG
    if (!image.path.isEmpty()) {
        if (const Result<ImageHeader> header = readImageHeader(image.path))
            image.size = header->size;
    }
    if (!image.size.isValid() && m_options.sizeHint)
        image.size = m_options.sizeHint(id);
    if (image.size.isValid())
        return image;
    m_reading.noteWith(QStringLiteral("missing-image"), [&] {
        return Text::tr("%1: %2 was left out: corners are shares of the image, and the image was not found")
            .arg(m_name, id);
    });
    return std::nullopt;
}

Result<> OpenImagesReader::readBoxes(const QString &path)
{
    m_name = QFileInfo(path).fileName();
    const Result<CsvGroups> table =
        CsvGroups::open(path, kKeyNames, [this](qint64, qint64) { return m_reading.advance(0, 0); });
    if (!table)
        return failure(table.error());
    const Split split = splitOfWord(m_name);
    for (qsizetype group = 0; group < table->count(); ++group) {
        if (Result<> going = m_reading.advance(group + 1, table->count()); !going)
            return going;
        const std::vector<CsvRow> rows = table->rowsOf(group);
        const QString id = rows.front().value(table->keyColumn());
        if (!m_seen.insert(hashOf(id)).second) {
            m_reading.note(QStringLiteral("bad-line"),
                           Text::tr("%1: the image %2 has boxes in another table already").arg(where(rows[0]), id));
            continue;
        }
        std::optional<FormatImage> image = imageOf(id, split);
        if (!image)
            continue;
        for (const CsvRow &row : rows)
            takeLabel(row, *table, *image);
        if (!image->labels.empty())
            image->state = ReviewState::Reviewed;
        if (Result<> delivered = m_reading.deliver(*std::move(image)); !delivered)
            return delivered;
    }
    return {};
}

void OpenImagesReader::takeLabel(const CsvRow &row, const CsvGroups &table, FormatImage &image)
{
    Result<FormatLabel> label = openImagesLabel(row, table.header(), image.size);
    const QString id = row.value(table.header().column({QStringLiteral("labelname")}));
    if (!label || id.isEmpty())
        return m_reading.note(QStringLiteral("bad-box"),
                              Text::tr("%1: %2", "place, what is wrong there")
                                  .arg(where(row), label ? Text::tr("LabelName is empty") : label.error().message));
    if (label->box.isEmpty())
        return m_reading.noteWith(QStringLiteral("degenerate-box"), [&] {
            return Text::tr("%1 has no area: %2 x %3 pixels")
                .arg(where(row))
                .arg(label->box.width())
                .arg(label->box.height());
        });
    label->classIndex = m_reading.classes().indexOf(m_classNames.value(id, id));
    image.labels.push_back(*std::move(label));
}

/// Images that have no boxes.
Result<> OpenImagesReader::readImages(const QString &path)
{
    m_name = QFileInfo(path).fileName();
    const Result<MappedFile> file = MappedFile::open(path);
    if (!file)
        return failure(file.error());
    const QByteArrayView text = file->text();
    CsvCursor cursor(text);
    CsvRow row;
    cursor.next(row.fields);
    const CsvHeader header(row.fields);
    const int idColumn = header.column(kKeyNames);
    const int subsetColumn = header.column({QStringLiteral("subset")});
    while (cursor.next(row.fields)) {
        if (Result<> going = m_reading.advance(cursor.position(), text.size()); !going)
            return going;
        const QString id = row.value(idColumn);
        if (id.isEmpty() || !m_seen.insert(hashOf(id)).second)
            continue;
        std::optional<FormatImage> image = imageOf(id, splitOfWord(row.value(subsetColumn)));
        if (!image)
            continue;
        if (Result<> delivered = m_reading.deliver(*std::move(image)); !delivered)
            return delivered;
    }
    if (cursor.problem().isEmpty())
        return {};
    return failure(Text::tr("%1, line %2: %3").arg(m_name).arg(cursor.line()).arg(cursor.problem()));
}

} // namespace boxwright
