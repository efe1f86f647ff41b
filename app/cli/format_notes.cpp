// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/format_notes.h"

#include "app/cli/console.h"
#include "core/formats/format_registry.h"

#include <QCoreApplication>
#include <QMap>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FormatNotes)
};

constexpr int kShownOfEachKind = 5;

} // namespace

void printNotes(Console &console, const QList<FormatNote> &notes)
{
    QMap<QString, int> counts;
    for (const FormatNote &note : notes) {
        if (++counts[note.kind] <= kShownOfEachKind)
            console.note(note.text);
    }
    for (auto kind = counts.cbegin(); kind != counts.cend(); ++kind) {
        if (*kind > kShownOfEachKind)
            console.note(Text::tr("... and %1 more of the kind \"%2\"; --json tells all.")
                             .arg(QString::number(*kind - kShownOfEachKind), kind.key()));
    }
}

QStringList formatIds(bool isWriting)
{
    QStringList ids;
    for (const auto &format : datasetFormats())
        if (!isWriting || format->canWrite())
            ids << format->id();
    return ids;
}

} // namespace boxwright::cli
