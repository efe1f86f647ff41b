// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// Sums over a data set that tell whether two are the same without keeping either: images, and for each class its
/// labels and the sums of their corners. Order plays no part.
class ExportTally
{
public:
    void add(const FormatImage &image);
    void setClasses(const QStringList &names) { m_names = names; }

    [[nodiscard]] qint64 images() const { return m_images; }
    [[nodiscard]] qint64 labels() const;

    /// What differs from `other`, as one sentence; empty where nothing does but rounding. `pixelError` as
    /// FormatAbilities has it.
    [[nodiscard]] QString difference(const ExportTally &other, double pixelError) const;

private:
    struct ClassSums
    {
        qint64 labels = 0;
        double corners[4] = {0, 0, 0, 0};
    };
    [[nodiscard]] const ClassSums *sumsOf(const QString &name) const;

    QStringList m_names;
    std::vector<ClassSums> m_sums; ///< by class index
    qint64 m_images = 0;
    int m_largestEdge = 1000;
};

} // namespace boxwright
