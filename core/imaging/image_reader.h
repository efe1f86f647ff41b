// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QSize>
#include <QStringList>

namespace boxwright {

// Decoders are Qt's image plug-ins (JPEG, PNG, BMP built in; TIFF and WebP from qt6-image-formats-plugins): OpenCV's
// imgcodecs would cost every program start 135 ms. The results are the same byte for byte.

/// What an image file says of itself before any pixel is decoded.
struct ImageHeader
{
    QSize size;          ///< as a person sees it: EXIF orientation applied
    int orientation = 1; ///< EXIF 1..8; values outside count as 1
    QByteArray format;   ///< "jpeg", "png", "bmp", "tiff", "webp"
};

/// What is refused before memory is taken.
struct ImageLimits
{
    qint64 maxPixels = allowedPixels(); ///< width x height

    /// 250 million, or as many million as the environment variable BOXWRIGHT_MAX_MEGAPIXELS says (1 to 100,000).
    static qint64 allowedPixels();
};

/// Reads only the header. The kind is told from the content, not from the name.
Result<ImageHeader> readImageHeader(const QString &path, const ImageLimits &limits = {});

/// The same for a file that is in memory; `name` stands in messages.
Result<ImageHeader> decodeImageHeader(const QByteArray &bytes, const QString &name, const ImageLimits &limits = {});

/// Decodes to three channels of 8 bits (QImage::Format_RGB888), EXIF orientation applied.
/// The one rule, everywhere the same and the same as OpenCV's imread: grey is repeated, alpha is dropped (the colour
/// below it stays), of 16 bits the upper 8 are kept. (An 8-bit TIFF with alpha reaches both through libtiff, which has
/// multiplied its colour by then.) `atMost` (valid) asks for a copy not larger than that, aspect
/// kept; JPEG then decodes at the smaller scale. Thread-safe.
Result<QImage> readImage(const QString &path, const ImageLimits &limits = {}, QSize atMost = {});

/// The same for a file that is in memory; `name` stands in messages.
Result<QImage> decodeImage(const QByteArray &bytes, const QString &name, const ImageLimits &limits = {});

/// File name endings that folder scans take, lower case with dot (".jpg").
const QStringList &imageFileEndings();

/// Whether the name ends as an image file does.
bool isImageFileName(QStringView name);

/// Every image file below the folder, absolute, sorted as people sort (a2 before a10). Links to folders are not
/// followed.
Result<QStringList> findImageFiles(const QString &folder);

} // namespace boxwright
