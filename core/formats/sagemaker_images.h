// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/reading.h"
#include "core/sagemaker/annotation_json.h"

namespace boxwright {

// Between the JSON of SageMaker and the images of a data set; shared by its two formats.

/// Takes over boxes and states; `where` ("train.manifest, line 3") stands before each problem of the entry.
FormatImage toFormatImage(AnnotatedImage entry, const QString &where, Reading &reading);

/// Boxes with class ids as `classes` counts; names of all classes.
AnnotatedImage toAnnotated(const FormatImage &image, const QStringList &classes);

/// The image's size, read from its header where the data set does not know it yet; invalid where that fails.
QSize sizeForExport(const FormatImage &image);

/// Whether SageMaker can learn from the image: it has labels.
bool isLabelled(const FormatImage &image);

} // namespace boxwright
