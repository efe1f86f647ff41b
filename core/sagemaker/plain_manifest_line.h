// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sagemaker/annotation_json.h"

namespace boxwright {

/// The fast way through a manifest line: one attribute with boxes, no escapes in what is needed, nothing wrong with any
/// box. Gives what the full parser gives (`extra` spells numbers and spaces as the line does), and nothing for every
/// other line, valid or not: those are the full parser's.
std::optional<AnnotatedImage> parsePlainManifestLine(QByteArrayView line);

} // namespace boxwright
