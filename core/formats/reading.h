// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/class_table.h"
#include "core/formats/dataset_format.h"
#include "core/formats/progress_ticker.h"

#include <QHash>

namespace boxwright {

/// Fails where what is to be read, or the image folder that a person named, is not there.
Result<> checkPaths(const ReadOptions &options);

/// One run of a reader: its sink, its classes, its notes (at most kMaxNotes of a kind reach the sink, so that a broken
/// file of a million lines does not become a million notes), its progress. Lives on the reader's stack.
class Reading
{
public:
    static constexpr int kMaxNotes = 1000;

    Reading(const ReadOptions &options, FormatSink &sink);

    [[nodiscard]] ClassTable &classes() { return m_classes; }
    /// As ReadOptions has it.
    [[nodiscard]] bool keepsExtra() const { return m_options.keepsExtra; }

    void note(const QString &kind, const QString &text)
    {
        noteWith(kind, [&text] { return text; });
    }
    /// The same for what comes in millions: the text is made only where it is told.
    template<class MakeText>
    void noteWith(const QString &kind, MakeText makeText)
    {
        if (countNote(kind))
            tell(kind, makeText());
    }
    /// That the image which `where` names was not found.
    void noteMissingImage(const QString &where, const QString &source);
    /// The first text of that kind; empty where there was none.
    [[nodiscard]] QString firstNote(const QString &kind) const { return m_firstNotes.value(kind); }

    /// Tells the sink of new class names, then gives it the image.
    Result<> deliver(FormatImage image);
    [[nodiscard]] qint64 imageCount() const { return m_images; }

    /// Tells of progress; fails once the reading was cancelled.
    Result<> advance(qint64 done, qint64 total);

    /// Ends the reading: tells of notes that were held back.
    void finish();

private:
    /// Whether this one is still told.
    bool countNote(const QString &kind);
    void tell(const QString &kind, const QString &text);

    const ReadOptions &m_options;
    FormatSink &m_sink;
    ProgressTicker m_progress;
    ClassTable m_classes;
    qsizetype m_announced = -1; ///< class names that the sink has heard of
    qint64 m_images = 0;
    QHash<QString, QString> m_firstNotes;
    QHash<QString, qint64> m_noteCounts;
};

} // namespace boxwright
