// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_members.h"
#include "core/formats/dataset_format.h"
#include "core/formats/xml_element.h"

namespace boxwright {

// One shape of a CVAT image (docs.cvat.ai, "CVAT for images", version 1.1), as plain values.

/// A shape of any kind; `extra` keeps its kind, its attributes and its children as {"cvat": {...}}.
struct CvatShape
{
    QString name;
    FormatLabel label;    ///< classIndex is not set; the box is empty where the shape has no area
    bool isShape = false; ///< no upright box: its bounds became the box
    QString problem;      ///< what is wrong; empty where nothing is
};

/// Whether an element of that name is a shape.
bool isCvatShape(QStringView element);

/// Reads the shape that starts here, to its end.
CvatShape readCvatShape(QXmlStreamReader &xml, XmlElement &element);

/// The shape's element: as it was where its box is still the one that it gave, else a box.
QByteArray cvatShapeText(const FormatLabel &label, const QString &name);

/// The attributes of the element that starts here, without those named, as members of a JSON object.
QByteArray cvatAttributes(const QXmlStreamReader &xml, const QStringList &without);

/// Attributes as they stand in a start tag, each with a space before it; all but those that are written otherwise.
QByteArray cvatAttributeText(QByteArrayView jsonObject, std::initializer_list<QByteArrayView> written);

} // namespace boxwright
