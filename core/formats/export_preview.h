// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// What the format cannot carry of the source, told before anything is written: one note of the kind "not-carried" for
/// each sort of loss, with its count and the first images. Reads the source from its start and leaves it at its end.
QList<FormatNote> previewExport(const DatasetFormat &format, FormatSource &source);

/// Counts losses image by image, for those who walk over the source anyway.
class ExportLosses
{
public:
    explicit ExportLosses(const DatasetFormat &format);

    void add(const FormatImage &image);
    [[nodiscard]] QList<FormatNote> notes() const;

private:
    /// One sort of loss.
    struct Loss
    {
        qint64 count = 0;
        QStringList examples; ///< images

        void add(qint64 more, const FormatImage &image);
    };

    void addLabels(const FormatImage &image);

    FormatAbilities m_abilities;
    Loss m_unlabelled;
    Loss m_empty;
    Loss m_splits;
    Loss m_confidences;
    Loss m_flags;
    Loss m_details;
};

} // namespace boxwright
