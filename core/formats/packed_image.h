// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSize>

namespace boxwright {

/// An image file as it goes into a record. A plain value.
struct PackedImage
{
    QByteArray bytes;
    QSize size;               ///< as a person sees it
    QSize fileSize;           ///< the same, of the file
    bool isReencoded = false; ///< the bytes are not those of the file
};

/// How images go into records.
struct PackOptions
{
    int shorterEdge = 0; ///< a larger image is made so small (im2rec --resize, but never larger); 0: as it is
    int jpegQuality = 95;
    bool keepsKind = false; ///< what is encoded anew stays of its kind; else all but JPEG becomes PNG
};

/// The size whose shorter edge is `shorterEdge`, aspect kept; the same size where that is not smaller, or 0.
QSize smallerSize(QSize size, int shorterEdge);

/// The file's own bytes where every reader of records takes them the same: JPEG or PNG that lies as it is seen.
/// What carries a turn (EXIF orientation) is turned and encoded anew, JPEG as JPEG and the rest as PNG; so is what
/// is made smaller, and so are BMP, TIFF and WebP, as PNG, unless the kind is to be kept.
Result<PackedImage> packImageFile(const QString &path, const PackOptions &options = {});

} // namespace boxwright
