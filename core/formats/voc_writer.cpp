// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/voc_writer.h"

#include "core/formats/class_list_file.h"
#include "core/formats/image_export.h"
#include "core/formats/progress_ticker.h"
#include "core/formats/split_names.h"
#include "core/formats/voc_xml.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VocWriter)
};

bool isWhole(const Box &box)
{
    const double corners[] = {box.left, box.top, box.right, box.bottom};
    return std::all_of(std::begin(corners), std::end(corners), [](double value) { return std::floor(value) == value; });
}

/// CVAT's list of classes: name, colour, parts, actions.
QByteArray labelMap(const QStringList &classes)
{
    QByteArray text("# label:color_rgb:parts:actions\n");
    for (QString name : classes)
        text += name.replace(u'\n', u' ').replace(u':', u'_').toUtf8() + ":::\n";
    return text;
}

} // namespace

VocWriter::VocWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes, VocLayout layout)
    : m_options(options)
    , m_source(source)
    , m_notes(notes)
    , m_layout(layout)
    , m_classes(source.classes())
    , m_paths(options.imageRoot)
{
}

Result<WriteSummary> VocWriter::write()
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
    if (Result<> finished = finish(); !finished)
        return failure(finished.error());
    if (m_unwhole > 0)
        m_notes({QStringLiteral("decimals"),
                 Text::tr("%n labels have corners between pixels: they are written with decimals, which some readers "
                          "round",
                          nullptr, m_unwhole)});
    return m_summary;
}

QByteArray VocWriter::annotation(const FormatImage &image, QSize size, const QString &place) const
{
    VocText text;
    text.fileName = place.section(u'/', -1);
    const bool isJpegImages = m_options.copyImages && m_layout == VocLayout::DataSet;
    text.folder = isJpegImages ? QStringLiteral("JPEGImages") : image.path.section(u'/', -2, -2);
    text.size = size;
    text.extra = image.extra;
    text.isVerified = image.labels.empty() && image.state == ReviewState::Empty;
    for (const FormatLabel &label : image.labels)
        text.objects.push_back({m_classes.value(label.classIndex), label.box, label.flags, label.extra});
    return vocAnnotationText(text);
}

Result<> VocWriter::writeImage(const FormatImage &image)
{
    const QSize size = sizeForExport(image);
    if (m_options.copyImages && !QFileInfo(image.path).isFile()) { // the size may be unknown: VOC can do without
        m_notes(unreadableNote(image));
        m_summary.leftOut.push_back(m_at);
        return {};
    }
    for (const FormatLabel &label : image.labels)
        m_unwhole += isWhole(label.box) ? 0 : 1;
    const bool isDataSet = m_layout == VocLayout::DataSet;
    const QString list = shortSplitName(image.split);
    const QString folder = isDataSet || list.isEmpty() ? QString() : list + u'/';
    const QString place = folder + m_paths.place(image.path.isEmpty() ? image.source : image.path);
    if (m_options.copyImages) {
        const QString copy = m_options.to + (isDataSet ? QStringLiteral("/JPEGImages/") : QStringLiteral("/")) + place;
        if (Result<> copied = copyImage(image, copy, m_options); !copied)
            return copied;
    }
    const QString stem = withoutEnding(place);
    if (isDataSet && !list.isEmpty()) {
        if (Result<> listed = addToList(image.split, stem); !listed)
            return listed;
    }
    const QString annotations = isDataSet ? QStringLiteral("/Annotations/") : QStringLiteral("/");
    return ExportFile::writeAll(m_options.to + annotations + stem + QStringLiteral(".xml"),
                                annotation(image, size, place));
}

Result<> VocWriter::addToList(Split split, const QString &stem)
{
    const QString path = m_options.to + QStringLiteral("/ImageSets/Main/%1.txt").arg(shortSplitName(split));
    return m_lists.try_emplace(split, path).first->second.write(stem.toUtf8() + '\n');
}

Result<> VocWriter::finish()
{
    for (auto &[split, list] : m_lists) {
        if (Result<> closed = list.close(); !closed)
            return closed;
    }
    if (m_layout == VocLayout::BesideImages)
        return ExportFile::writeAll(m_options.to + QStringLiteral("/classes.txt"), classListText(m_classes));
    return ExportFile::writeAll(m_options.to + QStringLiteral("/labelmap.txt"), labelMap(m_classes));
}

} // namespace boxwright
