// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/reading.h"
#include "core/sagemaker/annotation_json.h"

namespace boxwright {

// Between the JSON of SageMaker and the images of a data set; shared by its two formats.

/// Takes over boxes and states; its problems are for tellProblems().
FormatImage toFormatImage(AnnotatedImage entry, Reading &reading);

/// Notes every problem of the entry; `where` ("train.manifest, line 3") stands before each.
void tellProblems(const AnnotatedImage &entry, const QString &where, Reading &reading);

/// The names by their index, as toAnnotated() takes them.
QMap<int, QString> numberedNames(const QStringList &classes);

/// Boxes with class ids as `classes` counts; names of all classes.
AnnotatedImage toAnnotated(const FormatImage &image, const QMap<int, QString> &classes);

/// Whether SageMaker can learn from the image: it has labels.
bool isLabelled(const FormatImage &image);

} // namespace boxwright
