// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// What an export did.
struct ExportReport
{
    QString folder;
    qint64 images = 0;
    qint64 labels = 0;
    QList<FormatNote> notes;
};

/// Exports as a safe act: writes into a staging folder beside `to`, reads the result back with the format's own reader,
/// compares images, classes and boxes with the source, and renames into place. Until then an old export at `to` stands;
/// on any failure, full disk and cancel included, nothing at `to` has changed and the staging folder is gone.
/// `options.to` is the final folder. A folder that stands there is replaced only where it is empty or an earlier export
/// with nothing else in it (each export lists its files in boxwright-export.list): other people's files are never
/// removed. An empty `options.imageRoot` becomes the deepest folder that holds every image.
Result<ExportReport> exportDataset(const DatasetFormat &format, const WriteOptions &options, FormatSource &source);

} // namespace boxwright
