// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/recordio_writer.h"

#include "core/formats/recordio_extra.h"
#include "core/formats/recordio_labels.h"
#include "core/mxnet/record_index.h"
#include "core/mxnet/record_list.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordIoWriter)
};

constexpr int kBoxValues = 5;
constexpr qsizetype kStandardLabelWidth = 350; ///< SageMaker's hyperparameter label_width, default

Split splitOf(const FormatImage &image)
{
    return image.split == Split::None ? Split::Train : image.split;
}

QString fileStem(Split split)
{
    switch (split) {
    case Split::Validation:
        return QStringLiteral("validation");
    case Split::Test:
        return QStringLiteral("test");
    default:
        return QStringLiteral("train");
    }
}

QString nameOf(const FormatImage &image)
{
    return image.path.isEmpty() ? image.source : image.path;
}

} // namespace

RecordIoWriter::Output::Output(const QString &stem)
    : records(stem + QStringLiteral(".rec"))
    , index(stem + QStringLiteral(".idx"))
    , list(stem + QStringLiteral(".lst"))
{
}

RecordIoWriter::RecordIoWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes)
    : m_options(options)
    , m_source(source)
    , m_notes(notes)
    , m_paths(options.imageRoot)
{
}

Result<WriteSummary> RecordIoWriter::write()
{
    look();
    m_source.rewind();
    for (m_at = 0; const std::optional<FormatImage> image = m_source.next(); ++m_at) {
        if (m_options.cancel.isCancelled())
            return failure(Text::tr("The export was stopped"));
        if (Result<> written = writeImage(*image); !written)
            return failure(written.error());
        if (m_options.progress)
            m_options.progress({Text::tr("Packing images"), m_at + 1, m_source.imageCount(), 0, -1});
    }
    if (Result<> finished = finish(); !finished)
        return failure(finished.error());
    tellCounts();
    return m_summary;
}

void RecordIoWriter::look()
{
    m_source.rewind();
    while (const std::optional<FormatImage> image = m_source.next()) {
        if (!image->labels.empty())
            lookAt(*image);
    }
    for (auto &[split, plan] : m_plans)
        plan.ids.clear();
}

void RecordIoWriter::lookAt(const FormatImage &image)
{
    Plan &plan = m_plans[splitOf(image)];
    for (const FormatLabel &label : image.labels)
        plan.tailWidth = std::max(plan.tailWidth, tailWidth(label));
    const RecordIoExtra extra = parseRecordIoExtra(image.extra);
    const auto headerWidth = static_cast<qsizetype>(extra.header.size());
    plan.keepsHeaders = plan.keepsHeaders && plan.headerWidth.value_or(headerWidth) == headerWidth;
    plan.headerWidth = headerWidth;
    plan.keepsIds = plan.keepsIds && extra.id && !plan.ids.contains(*extra.id);
    if (plan.keepsIds)
        plan.ids.insert(*extra.id);
}

Result<> RecordIoWriter::writeImage(const FormatImage &image)
{
    if (image.labels.empty()) {
        m_summary.leftOut.push_back(m_at);
        return {};
    }
    const Result<PackedImage> packed = packImageFile(image.path, {m_options.shorterEdge, m_options.jpegQuality});
    if (!packed) {
        leaveOut(QStringLiteral("missing-image"),
                 Text::tr("%1 was left out: the image cannot be read: %2").arg(nameOf(image), packed.error().message));
        return {};
    }
    if (image.size.isValid() && image.size != packed->fileSize) {
        leaveOut(QStringLiteral("changed-image"),
                 Text::tr("%1 was left out: it has %2 x %3 pixels, but its labels were made on %4 x %5")
                     .arg(nameOf(image))
                     .arg(packed->fileSize.width())
                     .arg(packed->fileSize.height())
                     .arg(image.size.width())
                     .arg(image.size.height()));
        return {};
    }
    m_reencoded += packed->isReencoded ? 1 : 0;
    return writeRecord(image, *packed);
}

DetectionLabels RecordIoWriter::labelsOf(const FormatImage &image, QSize size) const
{
    const Plan &plan = m_plans.at(splitOf(image));
    const RecordIoExtra extra = parseRecordIoExtra(image.extra);
    DetectionLabels labels;
    labels.objectWidth = static_cast<int>(kBoxValues + plan.tailWidth);
    if (plan.keepsHeaders)
        labels.headerExtra = extra.header;
    for (const FormatLabel &label : image.labels)
        appendObject(label, size, labels);
    labels.padding = std::max<qsizetype>(0, extra.width - labels.width());
    return labels;
}

Result<> RecordIoWriter::writeRecord(const FormatImage &image, const PackedImage &packed)
{
    const Split split = splitOf(image);
    const Result<Output *> output = outputOf(split);
    if (!output)
        return failure(output.error());
    const RecordIoExtra extra = parseRecordIoExtra(image.extra);
    const DetectionLabels labels = labelsOf(image, packed.fileSize);
    m_labelWidth = std::max(m_labelWidth, labels.width());
    ImageRecordData data;
    data.id = m_plans.at(split).keepsIds ? *extra.id : (*output)->nextId++;
    data.id2 = extra.id2;
    data.label = extra.label;
    data.labels = toLabelVector(labels);
    data.image = packed.bytes;
    const Result<qint64> offset = (*output)->writer->write(packImageRecord(data));
    if (!offset)
        return failure(offset.error());
    if (Result<> written = (*output)->index.write(recordIndexLine({data.id, *offset})); !written)
        return written;
    const QString place = m_paths.place(nameOf(image));
    const Result<QByteArray> line = recordListLine({data.id, {data.labels.begin(), data.labels.end()}, place});
    if (!line)
        return failure(line.error());
    if (Result<> written = (*output)->list.write(*line); !written)
        return written;
    return m_options.copyImages ? ExportFile::copy(image.path, m_options.to + QStringLiteral("/images/") + place)
                                : Result<>();
}

Result<RecordIoWriter::Output *> RecordIoWriter::outputOf(Split split)
{
    std::unique_ptr<Output> &output = m_outputs[split];
    if (!output) {
        output = std::make_unique<Output>(QDir(m_options.to).filePath(fileStem(split)));
        QFile &records = output->records;
        if (!records.open(QIODevice::WriteOnly))
            return failure(Text::tr("%1 could not be written: %2")
                               .arg(QDir::toNativeSeparators(records.fileName()), records.errorString()));
        output->writer = std::make_unique<RecordWriter>(records, QDir::toNativeSeparators(records.fileName()));
    }
    return output.get();
}

/// What is still buffered may fail only here: a full disk.
Result<> RecordIoWriter::finish()
{
    for (auto &[split, output] : m_outputs) {
        QFile &records = output->records;
        if (!records.flush())
            return failure(Text::tr("%1 could not be written: %2")
                               .arg(QDir::toNativeSeparators(records.fileName()), records.errorString()));
        records.close();
        for (ExportFile *file : {&output->index, &output->list}) {
            if (Result<> closed = file->close(); !closed)
                return closed;
        }
    }
    QByteArray names;
    for (QString name : m_source.classes())
        names += name.replace(u'\n', u' ').toUtf8() + '\n';
    return ExportFile::writeAll(QDir(m_options.to).filePath(QStringLiteral("classes.txt")), names);
}

void RecordIoWriter::leaveOut(const QString &kind, const QString &text)
{
    m_notes({kind, text});
    m_summary.leftOut.push_back(m_at);
}

void RecordIoWriter::tellCounts() const
{
    if (m_reencoded > 0)
        m_notes(
            {QStringLiteral("re-encoded"),
             Text::tr("%n images were encoded anew, because they are too large, stored turned or neither JPEG nor PNG",
                      nullptr, m_reencoded)});
    if (m_labelWidth > kStandardLabelWidth)
        m_notes({QStringLiteral("label-width"),
                 Text::tr("The fullest image needs the hyperparameter label_width %1; SageMaker's default is %2")
                     .arg(m_labelWidth)
                     .arg(kStandardLabelWidth)});
}

} // namespace boxwright
