// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/voc_writer.h"

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

VocWriter::VocWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes)
    : m_options(options)
    , m_source(source)
    , m_notes(notes)
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
    text.folder = m_options.copyImages ? QStringLiteral("JPEGImages") : image.path.section(u'/', -2, -2);
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
    const QString place = m_paths.place(image.path.isEmpty() ? image.source : image.path);
    if (m_options.copyImages) {
        const QString copy = m_options.to + QStringLiteral("/JPEGImages/") + place;
        if (Result<> copied = ExportFile::copy(image.path, copy); !copied)
            return copied;
    }
    const QString stem = withoutEnding(place);
    const QString list = shortSplitName(image.split);
    if (!list.isEmpty()) {
        const QString path = m_options.to + QStringLiteral("/ImageSets/Main/%1.txt").arg(list);
        ExportFile &file = m_lists.try_emplace(image.split, path).first->second;
        if (Result<> listed = file.write(stem.toUtf8() + '\n'); !listed)
            return listed;
    }
    return ExportFile::writeAll(m_options.to + QStringLiteral("/Annotations/%1.xml").arg(stem),
                                annotation(image, size, place));
}

Result<> VocWriter::finish()
{
    for (auto &[split, list] : m_lists) {
        if (Result<> closed = list.close(); !closed)
            return closed;
    }
    return ExportFile::writeAll(m_options.to + QStringLiteral("/labelmap.txt"), labelMap(m_classes));
}

} // namespace boxwright
