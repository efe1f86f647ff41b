// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/dataset_format.h"

namespace boxwright {

// One line of a KITTI label file, as plain values (readme.txt of the KITTI object development kit):
// type truncated occluded alpha left top right bottom height width length x y z rotation [score]

struct KittiLine
{
    QString type;      ///< the class; "DontCare" marks a region that nobody has labelled
    FormatLabel label; ///< classIndex is not set
};

/// Whether the line has the columns of KITTI: what no other format of text lines has.
bool isKittiLine(QByteArrayView line);

/// Fails with what is wrong with the line.
Result<KittiLine> parseKittiLine(QByteArrayView line);

/// Without a line end. `type` has no white space. Columns that the label came with come back, corners as they were
/// spelled where the box is still the one that they gave.
QByteArray kittiLine(const FormatLabel &label, const QString &type);

} // namespace boxwright
