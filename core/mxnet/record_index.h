// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <vector>

namespace boxwright {

/// One line of a .idx file: which record starts at which byte of the .rec file. A plain value.
struct RecordIndexEntry
{
    quint64 key = 0;
    qint64 offset = 0;

    bool operator==(const RecordIndexEntry &) const = default;
};

/// Reads "key <tab> offset" lines in file order. `name` stands in messages.
Result<std::vector<RecordIndexEntry>> parseRecordIndex(const QByteArray &text, const QString &name);

/// The line with its end, as im2rec writes it.
QByteArray recordIndexLine(const RecordIndexEntry &entry);

} // namespace boxwright
