// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/image_locator.h"
#include "core/formats/reading.h"

namespace boxwright {

/// A label as a file has it, with the name of its class.
struct NamedLabel
{
    QString name;
    FormatLabel label; ///< classIndex is not set
};

/// An image as the parser of one file or entry gives it.
struct ImageEntry
{
    FormatImage image; ///< without labels
    std::vector<NamedLabel> labels;
    QList<FormatNote> problems; ///< of single boxes
};

/// Tells the entry's problems, finds its image, and gives it with its labels to the reading: reviewed where it has
/// some. `file` is named in notes.
Result<> deliverEntry(ImageEntry entry, const QString &file, const ImageLocator &locator, Reading &reading);

/// That the text of `file` is no JSON from that byte on.
Result<> notJson(const QString &file, QByteArrayView text, qsizetype position);

} // namespace boxwright
