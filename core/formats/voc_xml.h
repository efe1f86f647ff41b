// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/label.h"

#include <QByteArray>
#include <QSize>
#include <QStringList>

#include <vector>

namespace boxwright {

/// An <object> of a VOC file.
struct VocObject
{
    QString name;
    Box box; ///< our coordinates, see VocFormat
    LabelFlags flags;
    QString extra; ///< {"voc": {...}}: see plainVocParts(); empty where the writer writes the same by itself
};

/// A problem with one object.
struct VocProblem
{
    QString kind; ///< as FormatNote::kind
    QString text; ///< names the object and the value
};

/// What a VOC annotation file says.
struct VocAnnotation
{
    QString fileName;
    QSize size;
    bool isVerified = false; ///< labelImg's mark that a person has finished the image
    std::vector<VocObject> objects;
    QString extra; ///< as VocObject::extra, of the annotation
    QList<VocProblem> problems;
};

/// Reads one file as a stream. Fails on what is no VOC annotation, on broken XML (the message has the line), on
/// document type declarations (entities can name files or grow without bound) and on nesting deeper than 32.
Result<VocAnnotation> parseVocAnnotation(const QByteArray &xml);

/// What is written of an annotation: as VocAnnotation, with the folder that the image lies in.
struct VocText
{
    QString fileName;
    QString folder;
    QSize size;
    bool isVerified = false;
    std::vector<VocObject> objects;
    QString extra;
};

/// The file as labelImg spells it: one element a line, indented by tabs. Elements that `extra` kept come back in their
/// order; corners as they were spelled where the box is still the one that they gave.
QByteArray vocAnnotationText(const VocText &annotation);

// The order of an element's children, and those that are not understood, are kept as {"voc": {"parts": [...]}}: a part
// is the name of a child that the writer knows ("bndbox"), or the whole text of one that it does not ("<pose>Left...").

/// The parts that the writer writes without being told.
const QStringList &plainVocParts();       ///< of an annotation
const QStringList &plainVocObjectParts(); ///< of an object

/// The box of corners xmin, ymin, xmax, ymax that are 1-based and inclusive. 0, by which files that count from 0 mean
/// the image's edge, counts as 1.
Box vocBox(const double (&corners)[4]);
/// The corners of a box as a JSON object of texts, in VOC's order.
QByteArray plainVocBox(const Box &box);

} // namespace boxwright
