// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace boxwright {

/// What a file or folder is that no format takes, as one sentence for the person: a classification manifest, RecordIO
/// of another algorithm, TFRecord, COCO's captions. Empty where nothing is known of it.
QString describeWrongKind(const QString &path);

} // namespace boxwright
