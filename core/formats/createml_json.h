// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_members.h"
#include "core/base/result.h"
#include "core/formats/dataset_format.h"

namespace boxwright {

// One entry of Create ML's list, as plain values.

/// A label with the name of its class.
struct CreateMlLabel
{
    QString name;
    FormatLabel label; ///< classIndex is not set
};

/// An image of the list.
struct CreateMlEntry
{
    FormatImage image; ///< without labels
    std::vector<CreateMlLabel> labels;
    QList<FormatNote> problems; ///< of single boxes
};

/// Fails where the entry names no image.
Result<CreateMlEntry> parseCreateMlEntry(const JsonMembers &entry);

/// The entry's text. `file` is how the image is spelled.
QByteArray createMlEntry(const FormatImage &image, const QString &file, const QStringList &classes);

} // namespace boxwright
