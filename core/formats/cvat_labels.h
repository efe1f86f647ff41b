// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/class_table.h"
#include "core/formats/xml_element.h"

namespace boxwright {

// The <labels> of a CVAT file: the classes, and what each is made of (colour, kind, attributes with their values, the
// drawing and the bones of a skeleton), which is kept as it stands.

/// Reads the element that starts here, to its end. Names go to `classes`, bones aside; the rest is a JSON list
/// [[name, elements, class of the bone], ...], empty where there is nothing but names.
QByteArray readCvatLabels(QXmlStreamReader &xml, XmlElement &element, ClassTable &classes);

/// The element's content for these classes, with what was kept of them and of their bones.
QByteArray cvatLabelsText(const QStringList &classes, QByteArrayView kept);

} // namespace boxwright
