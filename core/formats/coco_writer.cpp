// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/coco_writer.h"

#include "core/base/json_members.h"
#include "core/formats/coco_reader.h"
#include "core/formats/image_export.h"
#include "core/formats/progress_ticker.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CocoWriter)
};

constexpr QByteArrayView kKey("coco"); ///< in `extra`
constexpr qint64 kChunk = qint64{1} << 20;

QString partName(Split split)
{
    switch (split) {
    case Split::Train:
        return QStringLiteral("instances_train.json");
    case Split::Validation:
        return QStringLiteral("instances_val.json");
    case Split::Test:
        return QStringLiteral("instances_test.json");
    default:
        return QStringLiteral("instances.json");
    }
}

/// Whether the box is the one that the numbers gave when they were read.
bool isUnchanged(const Box &box, QByteArrayView bbox)
{
    return bbox.isEmpty() || cocoBox(bbox) == box;
}

/// The rows of a kept list of categories by their names; views into `dataset`.
QHash<QString, QByteArrayView> listedCategories(QByteArrayView dataset)
{
    QHash<QString, QByteArrayView> listed;
    JsonCursor rows(JsonMembers(dataset).value("categories"));
    if (rows.kind() != JsonCursor::Kind::Array)
        return listed;
    rows.enterArray();
    while (rows.nextElement()) {
        const QByteArrayView row = rows.skip();
        listed.insert(JsonMembers(row).text("name").value_or(QString()), row);
    }
    return listed;
}

QByteArray bboxText(const Box &box)
{
    return '[' + jsonNumber(box.left) + ',' + jsonNumber(box.top) + ',' + jsonNumber(box.width()) + ',' +
           jsonNumber(box.height()) + ']';
}

} // namespace

void CocoWriter::Ids::look(QByteArrayView id)
{
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    areUsable = areUsable && isNumber;
    if (areUsable)
        kept.push_back(number);
}

void CocoWriter::Ids::decide()
{
    std::sort(kept.begin(), kept.end());
    areUsable = areUsable && std::adjacent_find(kept.begin(), kept.end()) == kept.end();
    kept = {};
}

QByteArray CocoWriter::Ids::take(QByteArrayView id)
{
    return areUsable ? id.toByteArray() : QByteArray::number(next++);
}

CocoWriter::CocoWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes)
    : m_options(options)
    , m_source(source)
    , m_notes(notes)
    , m_classes(source.classes())
    , m_paths(options.imageRoot)
{
}

Result<WriteSummary> CocoWriter::write()
{
    look();
    ProgressTicker progress(m_options.progress, Text::tr("Writing"));
    m_source.rewind();
    for (m_at = 0; const std::optional<FormatImage> image = m_source.next(); ++m_at) {
        if (m_options.cancel.isCancelled())
            return failure(Text::tr("The export was stopped"));
        if (Result<> written = writeImage(*image); !written)
            return failure(written.error());
        progress.tell(m_at + 1, m_source.imageCount());
    }
    for (auto &[split, part] : m_parts) {
        if (Result<> finished = finish(split, part); !finished)
            return failure(finished.error());
    }
    if (m_changed > 0)
        m_notes({QStringLiteral("not-carried"),
                 Text::tr("%n outlines were left out, because their boxes were changed", nullptr, m_changed)});
    return m_summary;
}

void CocoWriter::look()
{
    m_source.rewind();
    while (const std::optional<FormatImage> image = m_source.next())
        lookAt(*image);
    decideCategoryIds();
    for (auto &[split, part] : m_parts) {
        part.images.decide();
        part.annotations.decide();
    }
}

void CocoWriter::lookAt(const FormatImage &image)
{
    Part &part = m_parts[image.split];
    const KeptMembers kept(image.extra, kKey);
    part.images.look(kept.value("id"));
    if (part.dataset.isEmpty())
        part.dataset = kept.value("dataset").toByteArray();
    for (const FormatLabel &label : image.labels) {
        const KeptMembers own(label.extra, kKey);
        part.annotations.look(own.value("id"));
        const QByteArrayView category = own.value("category_id");
        auto known = m_categoryIds.find(label.classIndex);
        if (known == m_categoryIds.end())
            m_categoryIds.insert(label.classIndex, category.toByteArray());
        else if (*known != category)
            known->clear();
    }
}

/// Every class gets an id: the one that its labels kept, else the one in the file's own list, else a new one. Where two
/// classes claim one id (labels of several files), all are counted anew.
void CocoWriter::decideCategoryIds()
{
    QHash<QString, QByteArray> listed;
    for (const auto &[split, part] : m_parts) {
        const QHash<QString, QByteArrayView> rows = listedCategories(part.dataset);
        for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
            if (!listed.contains(row.key()))
                listed.insert(row.key(), JsonMembers(row.value()).value("id").toByteArray());
        }
    }
    QSet<QByteArray> taken;
    bool areUsable = true;
    for (int i = 0; i < m_classes.size(); ++i) {
        QByteArray &id = m_categoryIds[i];
        if (id.isEmpty())
            id = listed.value(m_classes[i]);
        areUsable = areUsable && (id.isEmpty() || !taken.contains(id));
        taken.insert(id);
    }
    if (!areUsable) {
        m_categoryIds.clear();
        taken.clear();
    }
    qint64 next = 1;
    for (int i = 0; i < m_classes.size(); ++i) {
        QByteArray &id = m_categoryIds[i];
        for (; id.isEmpty(); ++next) {
            const QByteArray fresh = QByteArray::number(next);
            if (!taken.contains(fresh))
                id = fresh;
        }
    }
}

QByteArray CocoWriter::categoryId(int classIndex) const
{
    return m_categoryIds.value(classIndex, "0");
}

/// Rows of "categories" in class order: ids as the labels kept them, further keys as the file had them.
QByteArray CocoWriter::categories(const Part &part) const
{
    const QHash<QString, QByteArrayView> known = listedCategories(part.dataset);
    QByteArray text;
    for (qsizetype i = 0; i < m_classes.size(); ++i) {
        const JsonMembers row(known.value(m_classes[i]));
        text += i > 0 ? ",\n" : "\n";
        JsonObjectText object(text);
        object.key("id").append(categoryId(static_cast<int>(i)));
        object.key("name").append(jsonString(m_classes[i]));
        if (row.value("supercategory").isEmpty())
            object.key("supercategory").append("\"\"");
        object.appendRest(row, {"id", "name"});
        object.close();
    }
    return text;
}

Result<> CocoWriter::start(Split split, Part &part)
{
    const QString path = m_options.to + QStringLiteral("/annotations/") + partName(split);
    part.file = std::make_unique<ExportFile>(path);
    part.waiting = std::make_unique<ExportFile>(path + QStringLiteral(".part"));
    const JsonMembers dataset(part.dataset);
    const QByteArrayView info = dataset.value("info");
    const QByteArrayView licenses = dataset.value("licenses");
    return part.file->write("{\"info\":" + (info.isEmpty() ? QByteArray("{}") : info.toByteArray()) +
                            ",\n\"licenses\":" + (licenses.isEmpty() ? QByteArray("[]") : licenses.toByteArray()) +
                            ",\n\"categories\":[" + categories(part) + "],\n\"images\":[");
}

Result<> CocoWriter::writeImage(const FormatImage &image)
{
    const QSize size = sizeForExport(image);
    if (!canExport(image, size, m_options)) {
        m_notes(unreadableNote(image));
        m_summary.leftOut.push_back(m_at);
        return {};
    }
    Part &part = m_parts[image.split];
    if (!part.file) {
        if (Result<> started = start(image.split, part); !started)
            return started;
    }
    const KeptMembers kept(image.extra, kKey);
    const Result<QString> name = fileName(image, kept);
    if (!name)
        return failure(name.error());
    QByteArray text(part.hasImage ? ",\n" : "\n");
    part.hasImage = true;
    const QByteArray id = part.images.take(kept.value("id"));
    JsonObjectText object(text);
    object.key("id").append(id);
    object.key("width").append(QByteArray::number(size.width()));
    object.key("height").append(QByteArray::number(size.height()));
    object.key("file_name").append(jsonString(*name));
    object.appendRest(kept.members(), {"id", "width", "height", "file_name", "dataset"});
    object.close();
    if (Result<> written = part.file->write(text); !written)
        return written;
    return writeLabels(image, id, part);
}

Result<QString> CocoWriter::fileName(const FormatImage &image, const KeptMembers &kept)
{
    return exportedName(image, kept.text("file_name").value_or(QString()), m_paths, m_options);
}

Result<> CocoWriter::writeLabels(const FormatImage &image, const QByteArray &imageId, Part &part)
{
    QByteArray text;
    for (const FormatLabel &label : image.labels) {
        text += part.hasAnnotation ? ",\n" : "\n";
        part.hasAnnotation = true;
        text += annotation(label, imageId, part);
    }
    return text.isEmpty() ? Result<>() : part.waiting->write(text);
}

QByteArray CocoWriter::annotation(const FormatLabel &label, const QByteArray &imageId, Part &part)
{
    const KeptMembers kept(label.extra, kKey);
    const bool isSame = isUnchanged(label.box, kept.value("bbox"));
    const QByteArrayView area = isSame ? kept.value("area") : QByteArrayView();
    const QByteArrayView bbox = isSame ? kept.value("bbox") : QByteArrayView();
    const QByteArrayView outline = kept.value("segmentation");
    const bool hasOutline = !outline.isEmpty() && outline != QByteArrayView("[]");
    m_changed += hasOutline && !isSame ? 1 : 0;
    QByteArray text;
    JsonObjectText object(text);
    object.key("id").append(part.annotations.take(kept.value("id")));
    object.key("image_id").append(imageId);
    object.key("category_id").append(categoryId(label.classIndex));
    object.key("segmentation").append(hasOutline && isSame ? outline.toByteArray() : QByteArray("[]"));
    object.key("area").append(area.isEmpty() ? jsonNumber(label.box.area()) : area.toByteArray());
    object.key("bbox").append(bbox.isEmpty() ? bboxText(label.box) : bbox.toByteArray());
    object.key("iscrowd").append(label.flags.testFlag(LabelFlag::Crowd) ? '1' : '0');
    object.appendRest(kept.members(), {"id", "category_id", "segmentation", "area", "bbox", "iscrowd", "image_id"});
    object.close();
    return text;
}

Result<> CocoWriter::finish(Split split, Part &part)
{
    if (!part.file)
        return {};
    if (Result<> closed = part.waiting->close(); !closed)
        return closed;
    if (Result<> written = part.file->write("],\n\"annotations\":["); !written)
        return written;
    QFile waiting(m_options.to + QStringLiteral("/annotations/") + partName(split) + QStringLiteral(".part"));
    if (part.hasAnnotation && !waiting.open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(waiting.fileName(), waiting.errorString()));
    while (waiting.isOpen() && !waiting.atEnd()) {
        if (Result<> written = part.file->write(waiting.read(kChunk)); !written)
            return written;
    }
    waiting.remove();
    if (Result<> written = part.file->write("]}\n"); !written)
        return written;
    return part.file->close();
}

} // namespace boxwright
