// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/box.h"

#include <QColor>
#include <QImage>

#include <vector>

namespace boxwright {

/// One box to draw on a picture of results.
struct OverlayBox
{
    Box box;      ///< pixels of the image
    QString text; ///< caption ("bee 87 %"); empty for none
    QColor color;
    bool isDashed = false; ///< suggestions are dashed, labels are not
};

/// The image with boxes and captions, line width and type size chosen for its size. Boxes outside are clipped; empty
/// ones are left out. Captions need a QGuiApplication (the "offscreen" platform will do): without one only boxes are
/// drawn.
QImage drawOverlay(const QImage &image, const std::vector<OverlayBox> &boxes);

/// Writes the image whole or not at all.
Result<> writePng(const QString &path, const QImage &image);

} // namespace boxwright
