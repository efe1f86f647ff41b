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
    QString extra; ///< {"voc": {"pose": ...}} where a pose is given
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
    QList<VocProblem> problems;
};

/// Reads one file as a stream. Fails on what is no VOC annotation, on broken XML (the message has the line), on
/// document type declarations (entities can name files or grow without bound) and on nesting deeper than 32.
Result<VocAnnotation> parseVocAnnotation(const QByteArray &xml);

} // namespace boxwright
