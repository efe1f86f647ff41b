// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/dataset_format.h"

namespace boxwright {

// One line of a YOLO label file: class, then centre x, centre y, width, height as shares of the image. Lines of its
// other tasks become their bounds: polygons (class, then three or more points), turned boxes (four points), and
// DOTA's text (four points in pixels, class name, difficult).

/// What a line says.
struct YoloLine
{
    FormatLabel label;    ///< class as the file counts; extra keeps what six decimals do not give back
    QString className;    ///< of DOTA's text; empty else
    bool isShape = false; ///< the box is the bounds of something else
};

/// Fails with what is wrong in the line. `hasPoints`: key points follow the box.
Result<YoloLine> parseYoloLine(const QByteArray &line, QSize size, bool hasPoints);

/// The name of a class in a text file. Characters that are none, which most other formats have no way to say, become
/// spaces.
QString yoloClassName(const QByteArray &text);

/// The line without its end: as it was read where the box is still the one that it gave, else with six decimals. Key
/// points are left out: a data set has them for every label or for none.
QByteArray yoloLine(const FormatLabel &label, QSize size);

} // namespace boxwright
