// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/image_entry.h"

namespace boxwright {

// One file of labelme (github.com/wkentaro/labelme, labelme/_label_file.py), as plain values.

/// Whose file it is.
enum class LabelmeDialect
{
    Labelme,
    XAnyLabeling ///< github.com/CVHub520/X-AnyLabeling: scores, four corners of a rectangle
};

/// What a file says of its image; its source is "imagePath".
struct LabelmeFile : ImageEntry
{
    LabelmeDialect dialect = LabelmeDialect::Labelme; ///< by the keys of its shapes
};

/// Fails where the text is no labelme file; the message names the place.
Result<LabelmeFile> parseLabelmeFile(const QByteArray &json);

/// The file's text. `imagePath` is how the image is spelled.
QByteArray labelmeFile(const FormatImage &image, const QString &imagePath, const QStringList &classes,
                       LabelmeDialect dialect = LabelmeDialect::Labelme);

} // namespace boxwright
