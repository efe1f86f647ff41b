// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/mxnet/image_record.h"

namespace boxwright {

// Between the label vector of a record (corners 0..1) and the labels of a data set (pixels). Both ways keep the number:
// a float32 is read as its shortest decimal, and pixels divided by the size round to the same float32.

/// One object, its class as the file counts. The first value after the box is the flag "difficult" (mxnet-ssd).
FormatLabel toFormatLabel(std::span<const float> object, QSize size);

/// How many values after the box this label needs: 0, or 1 for "difficult", or what it was read with.
qsizetype tailWidth(const FormatLabel &label);

/// Appends one object of `objectWidth` values.
void appendObject(const FormatLabel &label, QSize size, DetectionLabels &labels);

} // namespace boxwright
