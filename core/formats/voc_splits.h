// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/image_record.h"

#include <QHash>
#include <QStringList>

namespace boxwright {

/// Which split each image of a VOC data set belongs to; see VocFormat. Belongs to one reading.
class VocSplits
{
public:
    /// Reads `root`/ImageSets/Main where it exists.
    explicit VocSplits(const QString &root);

    /// `stem`: the annotation's path below its folder, without ending ("train/a", "BloodImage_00001").
    [[nodiscard]] Split splitOf(const QString &stem) const;
    /// Every name of the lists, in their order.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// Names that two lists claim; the first claim counts.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    void readList(const QString &path, Split split, bool isFallback);

    QHash<QString, Split> m_splits;
    QStringList m_names;
    QStringList m_problems;
};

} // namespace boxwright
