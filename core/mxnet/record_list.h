// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <vector>

namespace boxwright {

/// One line of a .lst file, from which im2rec packs: index, label values, path; separated by tabs. A plain value.
/// The values are doubles as the text has them; im2rec packs each as the float32 nearest to it.
struct RecordListEntry
{
    quint64 index = 0; ///< becomes the record's id
    std::vector<double> labels;
    QString path; ///< as the file spells it; text, may lead anywhere

    bool operator==(const RecordListEntry &) const = default;
};

/// Reads one line, with or without its line end. `where` stands in messages ("train.lst, line 3").
Result<RecordListEntry> parseRecordListLine(QByteArrayView line, const QString &where);

/// The line with its end. Values are written so that they read back to the same float32, with as few digits as that
/// takes. Fails where the path holds a tab or a line end, which the format cannot carry.
Result<QByteArray> recordListLine(const RecordListEntry &entry);

/// The decimal of the fewest digits that reads back to `value`: 0.3 for the float32 0.300000012. Reading label values
/// through it gives the number that was typed instead of float32's nearest.
double shortestDecimal(float value);

} // namespace boxwright
