// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QIODevice;

namespace boxwright {

/// Kind of an image file by its first bytes: "jpeg", "png", "bmp", "tiff", "webp", or empty for anything else.
/// Needs the first 12 bytes.
QByteArray imageKind(const QByteArray &firstBytes);

/// EXIF orientation 1..8 as JPEG (APP1), PNG (eXIf) and WebP (EXIF) carry it; 1 where there is none or nonsense.
/// Walks markers and chunks from the start of a device that can seek, and leaves its position anywhere.
int exifOrientation(QIODevice &device, const QByteArray &kind);

/// Whether the end of a JPEG or BMP is missing. Qt's decoders fill what is missing with grey and say nothing.
bool isCutOff(const QByteArray &bytes, const QByteArray &kind);

} // namespace boxwright
