// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace boxwright {

/// What a record says of an image beyond its boxes, kept for the way back as {"recordio": {...}} in FormatImage::extra.
/// A plain value.
struct RecordIoExtra
{
    std::optional<quint64> id;
    quint64 id2 = 0;
    float label = 0;           ///< the header's own label; the first value of the vector where im2rec of C++ packed it
    std::vector<float> header; ///< header values after the two widths
    qsizetype width = 0;       ///< values of the label vector with its padding; 0 for none

    bool operator==(const RecordIoExtra &) const = default;
};

/// Empty where the text is not ours.
RecordIoExtra parseRecordIoExtra(const QString &extra);
QString toText(const RecordIoExtra &extra);

/// The values of an object after its box, as {"recordio": [...]} in FormatLabel::extra.
std::vector<float> parseObjectTail(const QString &extra);
QString objectTailText(const std::vector<float> &tail);

} // namespace boxwright
