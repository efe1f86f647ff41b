// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/openimages_writer.h"

#include "core/formats/image_export.h"
#include "core/formats/image_loop.h"
#include "core/formats/openimages_box.h"

#include <QSet>

namespace boxwright {

namespace {

QString splitName(Split split)
{
    switch (split) {
    case Split::Train:
        return QStringLiteral("train");
    case Split::Validation:
        return QStringLiteral("validation");
    case Split::Test:
        return QStringLiteral("test");
    case Split::None:
        break;
    }
    return QStringLiteral("all");
}

constexpr const char *kImageColumns = "ImageID,Subset,OriginalURL,OriginalLandingURL,License,AuthorProfileURL,Author,"
                                      "Title,OriginalSize,OriginalMD5,Thumbnail300KURL,Rotation\n";

} // namespace

OpenImagesWriter::OpenImagesWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes)
    : m_options(options)
    , m_source(source)
    , m_notes(notes)
    , m_classes(source.classes())
    , m_paths(options.imageRoot)
{
}

Result<WriteSummary> OpenImagesWriter::write()
{
    collectClassIds();
    Result<WriteSummary> summary =
        writeImages({m_options, m_source, m_notes}, [this](const FormatImage &image) { return writeImage(image); });
    if (!summary)
        return summary;
    for (auto &[key, file] : m_tables) {
        if (Result<> closed = file.close(); !closed)
            return failure(closed.error());
    }
    const Result<> written = writeClasses();
    return written ? summary : Result<WriteSummary>(failure(written.error()));
}

/// An id that two classes would share is no id: the later one gets its name.
void OpenImagesWriter::collectClassIds()
{
    m_classIds = QStringList(m_classes.size());
    qsizetype open = m_classes.size();
    m_source.rewind();
    while (open > 0) {
        const std::optional<FormatImage> image = m_source.next();
        if (!image)
            break;
        for (const FormatLabel &label : image->labels) {
            if (label.classIndex < 0 || label.classIndex >= m_classIds.size() ||
                !m_classIds[label.classIndex].isEmpty())
                continue;
            m_classIds[label.classIndex] = openImagesClassId(label);
            open -= m_classIds[label.classIndex].isEmpty() ? 0 : 1;
        }
    }
    QSet<QString> taken;
    for (qsizetype i = 0; i < m_classes.size(); ++i) {
        if (m_classIds[i].isEmpty() || taken.contains(m_classIds[i]))
            m_classIds[i] = m_classes[i];
        taken.insert(m_classIds[i]);
    }
}

Result<ExportFile *> OpenImagesWriter::table(Split split, bool ofBoxes)
{
    const QString kind = ofBoxes ? QStringLiteral("annotations-bbox") : QStringLiteral("images-with-rotation");
    const auto [at, isNew] = m_tables.try_emplace(
        {split, ofBoxes}, m_options.to + QStringLiteral("/annotations/%1-%2.csv").arg(splitName(split), kind));
    if (isNew) {
        const QByteArray header = ofBoxes ? csvRecord(openImagesColumns()) : QByteArray(kImageColumns);
        if (Result<> written = at->second.write(header); !written)
            return failure(written.error());
    }
    return &at->second;
}

Result<> OpenImagesWriter::writeImage(const FormatImage &image)
{
    const QString place = m_paths.place(image.path.isEmpty() ? image.source : image.path);
    const QString split = splitName(image.split);
    if (m_options.copyImages) {
        const QString folder = m_options.to + QStringLiteral("/images/") + split + u'/';
        if (Result<> copied = copyImage(image, folder + place, m_options); !copied)
            return copied;
    }
    const QString id = withoutEnding(place);
    const Result<ExportFile *> images = table(image.split, /*ofBoxes=*/false);
    if (!images)
        return failure(images.error());
    QStringList about(12);
    about[0] = id;
    about[1] = image.split == Split::None ? QString() : split;
    about.last() = QStringLiteral("0");
    if (Result<> listed = (*images)->write(csvRecord(about)); !listed)
        return listed;
    const Result<ExportFile *> boxes = table(image.split, /*ofBoxes=*/true);
    if (!boxes)
        return failure(boxes.error());
    for (const FormatLabel &label : image.labels) {
        const QByteArray record = openImagesRecord(label, id, m_classIds.value(label.classIndex), image.size);
        if (Result<> written = (*boxes)->write(record); !written)
            return written;
    }
    return {};
}

/// Without a header, as the original has it.
Result<> OpenImagesWriter::writeClasses()
{
    QByteArray text;
    for (qsizetype i = 0; i < m_classes.size(); ++i)
        text += csvRecord({m_classIds[i], m_classes[i]});
    return ExportFile::writeAll(m_options.to + QStringLiteral("/annotations/class-descriptions-boxable.csv"), text);
}

} // namespace boxwright
