// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>

#include <vector>

namespace boxwright {

class Reading;

/// The names that a .lst file gives the records of the .rec file beside it. Only places in the list are kept, 16 bytes
/// a line; names are read where they are asked for. The list is optional, and so is every line of it. Belongs to one
/// reading.
class RecordNames
{
public:
    explicit RecordNames(const QString &recordPath);

    /// Looks the list through; lines that are none become notes.
    Result<> read(Reading &reading);
    /// The path of the record as the list spells it; empty where it has none. Of two the last counts.
    QString name(quint64 id);

private:
    struct Line
    {
        quint64 id = 0;
        qint64 offset = 0;
    };

    QFile m_file;
    std::vector<Line> m_lines; ///< by id
};

} // namespace boxwright
