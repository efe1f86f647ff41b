// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace boxwright {

/// Any image as QImage::Format_RGB888 by the one rule of readImage(): grey repeated, alpha dropped without blending,
/// the upper 8 of 16 bits kept.
QImage toThreeChannels(const QImage &image);

/// The image turned and mirrored as EXIF orientation 1..8 asks.
QImage oriented(const QImage &image, int orientation);

} // namespace boxwright
