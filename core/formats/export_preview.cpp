// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/export_preview.h"

#include "core/formats/export_paths.h"

#include <QCoreApplication>

#include <algorithm>
#include <climits>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportPreview)
};

constexpr qsizetype kExamples = 3;

QString nameOf(const FormatImage &image)
{
    return fileNameOf(image.path.isEmpty() ? image.source : image.path);
}

int forPlural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, INT_MAX));
}

/// Whether extra holds something that only another format understands.
bool holdsOther(const QString &extra, const QString &ownKey)
{
    return !extra.isEmpty() && (ownKey.isEmpty() || !extra.startsWith(QStringLiteral("{\"%1\":").arg(ownKey)));
}

} // namespace

void ExportLosses::Loss::add(qint64 more, const FormatImage &image)
{
    if (more > 0 && examples.size() < kExamples)
        examples.append(nameOf(image));
    count += more;
}

ExportLosses::ExportLosses(const DatasetFormat &format)
    : m_abilities(format.abilities())
{
}

void ExportLosses::add(const FormatImage &image)
{
    if (image.labels.empty()) {
        const bool isEmpty = image.state == ReviewState::Empty;
        if (!m_abilities.hasUnlabelledImages && !(isEmpty && m_abilities.hasConfirmedEmpty))
            m_unlabelled.add(1, image);
        else if (isEmpty && !m_abilities.hasConfirmedEmpty)
            m_empty.add(1, image);
    }
    if (!m_abilities.hasSplits && image.split != Split::None)
        m_splits.add(1, image);
    addLabels(image);
}

void ExportLosses::addLabels(const FormatImage &image)
{
    qint64 confidences = 0;
    qint64 flags = 0;
    qint64 details = 0;
    for (const FormatLabel &label : image.labels) {
        confidences += !m_abilities.hasConfidences && label.confidence >= 0 ? 1 : 0;
        flags += (label.flags & ~m_abilities.flags) != LabelFlags() ? 1 : 0;
        details += holdsOther(label.extra, m_abilities.extraKey) ? 1 : 0;
    }
    m_confidences.add(confidences, image);
    m_flags.add(flags, image);
    m_details.add(details, image);
}

QList<FormatNote> ExportLosses::notes() const
{
    QList<FormatNote> notes;
    const auto tell = [&notes](const Loss &loss, const QString &text) {
        if (loss.count > 0)
            notes.append({QStringLiteral("not-carried"), text.arg(loss.examples.join(QStringLiteral(", ")))});
    };
    tell(m_unlabelled,
         Text::tr("%n images without labels are left out (first: %1)", nullptr, forPlural(m_unlabelled.count)));
    tell(m_empty, Text::tr("%n images were confirmed to be empty, which this format cannot say (first: %1)", nullptr,
                           forPlural(m_empty.count)));
    tell(m_splits, Text::tr("%n images have a split, which this format cannot say (first: %1)", nullptr,
                            forPlural(m_splits.count)));
    tell(m_confidences, Text::tr("%n labels have a confidence, which this format cannot say (first: %1)", nullptr,
                                 forPlural(m_confidences.count)));
    tell(m_flags,
         Text::tr("%n labels are marked in a way (difficult, occluded, truncated or crowd) that this format cannot say "
                  "(first: %1)",
                  nullptr, forPlural(m_flags.count)));
    tell(m_details, Text::tr("%n labels carry details of another format that this one cannot say (first: %1)", nullptr,
                             forPlural(m_details.count)));
    return notes;
}

QList<FormatNote> previewExport(const DatasetFormat &format, FormatSource &source)
{
    ExportLosses losses(format);
    source.rewind();
    while (const std::optional<FormatImage> image = source.next())
        losses.add(*image);
    return losses.notes();
}

} // namespace boxwright
