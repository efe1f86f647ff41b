// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/export_paths.h"
#include "core/formats/dataset_format.h"

namespace boxwright {

// What the writers of all formats do with an image.

/// The image's size, read from its header where the data set does not know it yet; invalid where that fails.
QSize sizeForExport(const FormatImage &image);

/// Whether the image can be written: its size is known and, where it is to be copied, its file is there.
bool canExport(const FormatImage &image, QSize size, const WriteOptions &options);

/// The note for an image that cannot.
FormatNote unreadableNote(const FormatImage &image);

/// Copies the image unchanged, unless it is to be turned upright or made smaller: then it is decoded and encoded anew,
/// in its own kind. It has become smaller where its size is not the file's (see ScaledSource).
Result<> copyImage(const FormatImage &image, const QString &to, const WriteOptions &options);

/// How the export spells the image: as `kept` (the spelling that it was read with) where that still is its name, else
/// by its path below the image root, else by its path. With copyImages the image is copied into images/, and the
/// spelling is its place there.
Result<QString> exportedName(const FormatImage &image, const QString &kept, ExportPaths &paths,
                             const WriteOptions &options);

} // namespace boxwright
