// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/line_reader.h"
#include "core/sagemaker/plain_manifest_line.h"

#include <deque>
#include <future>

namespace boxwright {

/// The lines of a manifest in their order, parsed in batches on threads of their own while the caller does something
/// with those before. Memory is bounded: a few batches are ahead. Used from one thread.
class ManifestLines
{
public:
    using Entry = Result<AnnotatedImage>;

    /// The device is open and outlives this object.
    ManifestLines(QIODevice &device, PlainManifestParser::Extra extra);

    /// Goes to the next line; false behind the last.
    bool next();

    [[nodiscard]] qint64 number() const { return m_number; } ///< from 1
    [[nodiscard]] bool wasTooLong() const { return m_batch.entries[m_at].isTooLong; }
    /// What the line says; nullopt where it is blank or too long. To be moved from.
    [[nodiscard]] std::optional<Entry> &entry() { return m_batch.entries[m_at].parsed; }

private:
    struct Line
    {
        std::optional<Entry> parsed;
        bool isTooLong = false;
    };
    struct Batch
    {
        QByteArray text;             ///< of all lines, without their ends
        std::vector<qsizetype> ends; ///< in `text`
        std::vector<Line> entries;   ///< one for each line
    };

    Batch takeText();
    void parseAhead();
    static Batch parsed(Batch batch, PlainManifestParser::Extra extra);

    LineReader m_lines;
    const PlainManifestParser::Extra m_extra;
    std::deque<std::future<Batch>> m_ahead;
    Batch m_batch;
    std::size_t m_at = 0; ///< in m_batch
    qint64 m_number = 0;
    bool m_isAtEnd = false; ///< no text is left
};

} // namespace boxwright
