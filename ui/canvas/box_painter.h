// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/dataset.h"
#include "ui/canvas/hit_test.h"
#include "ui/canvas/view_transform.h"
#include "ui/theme/tokens.h"
#include "ui/tools/tool.h"

#include <QFont>

class QPainter;

namespace boxwright {

/// Everything that the picture of the boxes depends on. Painting is a function of it and changes nothing.
struct RenderContext
{
    ViewTransform view;
    QSizeF viewSize;
    const ImageRecord *image = nullptr;
    const Dataset *dataset = nullptr;
    Selection selection;
    Hit hovered;
    ToolPreview preview;
    ClassId newBoxClass = ClassId::None;
    double minConfidence = 0;
    Tokens tokens;
    QFont chipFont;
};

/// The boxes over the image: suggestions dashed with class and confidence on a dark chip, labels solid with 10 % fill
/// and their class on a chip of the class colour, what is selected with a white hairline and eight grips, the preview.
/// Only what the view shows is painted; boxes of one class are painted in one go; chips only where they can be read.
void paintBoxes(QPainter &painter, const RenderContext &context);

} // namespace boxwright
