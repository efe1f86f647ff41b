// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/yolo_writer.h"

#include "core/base/json_text.h"
#include "core/formats/image_export.h"
#include "core/formats/progress_ticker.h"
#include "core/formats/split_names.h"
#include "core/formats/yolo_line.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YoloWriter)
};

/// A line of a list of names cannot hold a line end.
QByteArray oneLine(QString name)
{
    return name.replace(u'\n', u' ').replace(u'\r', u' ').toUtf8();
}

} // namespace

YoloWriter::YoloWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes)
    : m_options(options)
    , m_source(source)
    , m_notes(notes)
    , m_paths(options.imageRoot)
{
}

Result<WriteSummary> YoloWriter::write()
{
    ProgressTicker progress(m_options.progress, Text::tr("Writing"));
    m_source.rewind();
    for (m_at = 0; const std::optional<FormatImage> image = m_source.next(); ++m_at) {
        if (m_options.cancel.isCancelled())
            return failure(Text::tr("The export was stopped"));
        if (Result<> written = writeImage(*image); !written)
            return failure(written.error());
        progress.tell(m_at + 1, m_source.imageCount());
    }
    if (Result<> written = writeDescriptions(); !written)
        return failure(written.error());
    if (m_lists.count(Split::Validation) == 0)
        m_notes({QStringLiteral("no-validation"),
                 Text::tr("No image is for validation; data.yaml names the training images instead")});
    if (!m_options.copyImages)
        m_notes({QStringLiteral("no-images"),
                 Text::tr("The images were not copied; YOLO looks for them in images/train and images/val")});
    return m_summary;
}

Result<> YoloWriter::writeImage(const FormatImage &image)
{
    const QSize size = sizeForExport(image);
    if (!canExport(image, size, m_options)) {
        m_notes(unreadableNote(image));
        m_summary.leftOut.push_back(m_at);
        return {};
    }
    const Split split = image.split == Split::None ? Split::Train : image.split;
    const QString place =
        shortSplitName(split) + u'/' + m_paths.place(image.path.isEmpty() ? image.source : image.path);
    if (m_options.copyImages) {
        if (Result<> copied = copyImage(image, m_options.to + QStringLiteral("/images/") + place, m_options); !copied)
            return copied;
    }
    ExportFile &list =
        m_lists.try_emplace(split, m_options.to + u'/' + shortSplitName(split) + QStringLiteral(".txt")).first->second;
    if (Result<> listed = list.write("./images/" + place.toUtf8() + '\n'); !listed)
        return listed;
    if (image.labels.empty() && image.state != ReviewState::Empty)
        return {}; // nobody has looked: no label file
    QByteArray text;
    for (const FormatLabel &label : image.labels)
        text += yoloLine(label, size) + '\n';
    const QString path = m_options.to + QStringLiteral("/labels/") + withoutEnding(place) + QStringLiteral(".txt");
    return ExportFile::writeAll(path, text);
}

QByteArray YoloWriter::yaml() const
{
    QByteArray text("path: .\n");
    const auto has = [this](Split split) { return m_lists.count(split) > 0; };
    const QByteArray train = has(Split::Train) ? "train.txt" : has(Split::Validation) ? "val.txt" : "test.txt";
    text += "train: " + train + "\nval: " + (has(Split::Validation) ? QByteArray("val.txt") : train) + '\n';
    if (has(Split::Test))
        text += "test: test.txt\n";
    text += "\nnames:\n";
    const QStringList names = m_source.classes();
    for (qsizetype i = 0; i < names.size(); ++i)
        text += "  " + QByteArray::number(i) + ": " + jsonString(names[i]) + '\n';
    return text;
}

QByteArray YoloWriter::darknetData() const
{
    QByteArray text = "classes = " + QByteArray::number(m_source.classes().size()) + '\n';
    for (const auto &[split, list] : m_lists) {
        const QByteArray name = shortSplitName(split).toLatin1();
        text += (split == Split::Validation ? QByteArray("valid") : name) + " = " + name + ".txt\n";
    }
    return text + "names = obj.names\nbackup = backup/\n";
}

Result<> YoloWriter::writeDescriptions()
{
    for (auto &[split, list] : m_lists) {
        if (Result<> closed = list.close(); !closed)
            return closed;
    }
    QByteArray names;
    for (const QString &name : m_source.classes())
        names += oneLine(name) + '\n';
    const QList<std::pair<QString, QByteArray>> files{{QStringLiteral("data.yaml"), yaml()},
                                                      {QStringLiteral("obj.data"), darknetData()},
                                                      {QStringLiteral("obj.names"), names}};
    for (const auto &[name, text] : files) {
        if (Result<> written = ExportFile::writeAll(m_options.to + u'/' + name, text); !written)
            return written;
    }
    return {};
}

} // namespace boxwright
