// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/box.h"

#include <QByteArray>
#include <QMap>
#include <QSize>
#include <QStringList>

#include <optional>
#include <vector>

namespace boxwright {

// The JSON of SageMaker's bounding boxes: the per-image annotation file ("Image + JSON") and the line of an augmented
// manifest as Ground Truth writes it. Plain values in and out; who reads files and finds images is core/formats.
// Source: SageMaker developer guide, "Object Detection: Input/Output Interface" and "Bounding box job output".

/// A box of an annotation list.
struct AnnotatedBox
{
    int classId = 0;
    Box box;
    double confidence = -1; ///< 0..1 out of the metadata, negative where there is none
    /// JSON text: {"sagemaker": {...}} with unknown keys, and with the file's own numbers where left + width does not
    /// give them back; empty where nothing is to be kept.
    QString extra;
};

/// Something wrong inside an entry that is useful otherwise.
struct AnnotationProblem
{
    QString kind; ///< as FormatNote::kind
    QString text; ///< translated; names the element and its value
};

/// One image with its boxes.
struct AnnotatedImage
{
    QString source;    ///< "source-ref" or "file", as spelled
    QSize size;        ///< invalid where the entry has none
    QString attribute; ///< of a manifest line: the label attribute; empty where the line carries no boxes at all
    std::vector<AnnotatedBox> boxes;
    QMap<int, QString> classNames; ///< class-map or categories; names are unique
    std::optional<bool> isHumanAnnotated;
    QString extra; ///< JSON text for the way back, as AnnotatedBox::extra
    QList<AnnotationProblem> problems;
};

/// A line of an augmented manifest. Of several attributes with boxes the last counts: an adjustment job appends its
/// own. Fails where the line is no JSON object, names no image, or carries labels of another kind (classification,
/// video).
Result<AnnotatedImage> parseManifestLine(QByteArrayView line);

/// The same without the fast way for plain lines, for tests to compare.
Result<AnnotatedImage> parseManifestLineFully(QByteArrayView line);

/// The class names of the line's class-maps only; none where it is no JSON object.
QMap<int, QString> manifestClassNames(QByteArrayView line);

/// A per-image annotation file.
Result<AnnotatedImage> parseAnnotationFile(const QByteArray &json);

class KeptLine;

/// The line without its end. Numbers are the shortest that read back the same; whole numbers have no point. What
/// `extra` kept of an imported line (further keys, job name, creation date) is written again.
QByteArray manifestLine(const AnnotatedImage &image);

/// The same at the end of a text, for those who have taken the image's `extra` apart.
void appendManifestLine(QByteArray &text, const AnnotatedImage &image, const KeptLine &kept);

/// The attribute that the line was read with, out of AnnotatedImage::extra; empty for none.
QString keptAttribute(const QString &extra);

QByteArray annotationFile(const AnnotatedImage &image);

} // namespace boxwright
