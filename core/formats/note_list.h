// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

#include <QHash>

namespace boxwright {

/// Notes as they come, at most kMaxNotes of a kind, so that a data set of a million images does not become a million
/// notes.
class NoteList
{
public:
    static constexpr int kMaxNotes = 1000;

    void add(const FormatNote &note);
    /// The notes, and how many of each kind were not kept.
    [[nodiscard]] QList<FormatNote> notes() const;

private:
    QList<FormatNote> m_notes;
    QHash<QString, qint64> m_counts;
};

} // namespace boxwright
