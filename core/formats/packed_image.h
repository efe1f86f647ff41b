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
    bool isReencoded = false; ///< the bytes are not those of the file
};

/// The file's own bytes where every reader of records takes them the same: JPEG or PNG that lies as it is seen.
/// What carries a turn (EXIF orientation) is turned and encoded anew, JPEG at quality 95 and the rest as PNG; so are
/// BMP, TIFF and WebP, as PNG.
Result<PackedImage> packImageFile(const QString &path);

} // namespace boxwright
