// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// What was found in an export that was read back.
struct ExportCounts
{
    qint64 images = 0;
    qint64 labels = 0;
};

/// Reads the export in `options.to` with the format's own reader and compares it with the source: every image that was
/// not left out is there once, with its name, and its labels in their order with class and box (to
/// FormatAbilities::pixelError). Fails with the first difference.
Result<ExportCounts> checkExport(const DatasetFormat &format, const WriteOptions &options, FormatSource &source,
                                 const WriteSummary &summary);

/// Whether a note of that kind says that something of an export cannot be read again.
bool tellsOfLoss(const FormatNote &note);

} // namespace boxwright
