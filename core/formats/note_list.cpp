// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/note_list.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NoteList)
};

} // namespace

void NoteList::add(const FormatNote &note)
{
    if (++m_counts[note.kind] <= kMaxNotes)
        m_notes.append(note);
}

QList<FormatNote> NoteList::notes() const
{
    QList<FormatNote> notes = m_notes;
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count) {
        if (const qint64 more = count.value() - kMaxNotes; more > 0)
            notes.append({count.key(), Text::tr("%n more of this kind were found", nullptr, static_cast<int>(more))});
    }
    return notes;
}

} // namespace boxwright
