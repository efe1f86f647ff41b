// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/manifest_lines.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace boxwright {

namespace {

constexpr std::size_t kBatchLines = 1000;
constexpr qsizetype kBatchBytes = qsizetype{512} << 10;

/// Batches that are parsed at the same time.
std::size_t batchesAhead()
{
    return std::clamp(std::thread::hardware_concurrency(), 2U, 6U);
}

} // namespace

ManifestLines::ManifestLines(QIODevice &device, PlainManifestParser::Extra extra)
    : m_lines(device)
    , m_extra(extra)
{
}

bool ManifestLines::next()
{
    ++m_number;
    if (++m_at < m_batch.entries.size())
        return true;
    parseAhead();
    if (m_ahead.empty())
        return false;
    m_batch = m_ahead.front().get();
    m_ahead.pop_front();
    m_at = 0;
    parseAhead(); // while the caller looks at this one
    return true;
}

void ManifestLines::parseAhead()
{
    static const std::size_t most = batchesAhead();
    while (!m_isAtEnd && m_ahead.size() < most) {
        Batch batch = takeText();
        if (batch.entries.empty())
            return;
        // One that is unusually long is parsed alone, so that it alone takes memory.
        const bool isLong = batch.text.size() > 2 * kBatchBytes;
        const bool isSmall = m_isAtEnd && m_ahead.empty() && m_number <= 1; // a thread costs more than it
        const auto launch = isLong || isSmall ? std::launch::deferred : std::launch::async | std::launch::deferred;
        m_ahead.push_back(std::async(launch, &ManifestLines::parsed, std::move(batch), m_extra));
        if (isLong)
            return;
    }
}

/// The next lines; none behind the last.
ManifestLines::Batch ManifestLines::takeText()
{
    Batch batch;
    batch.text.reserve(kBatchBytes);
    while (batch.ends.size() < kBatchLines && batch.text.size() < kBatchBytes) {
        const std::optional<QByteArrayView> line = m_lines.next();
        m_isAtEnd = !line;
        if (!line)
            break;
        batch.text.append(*line);
        batch.ends.push_back(batch.text.size());
        batch.entries.push_back({std::nullopt, m_lines.wasTooLong()});
    }
    return batch;
}

ManifestLines::Batch ManifestLines::parsed(Batch batch, PlainManifestParser::Extra extra)
{
    PlainManifestParser parser(extra);
    qsizetype start = 0;
    for (std::size_t i = 0; i < batch.ends.size(); ++i) {
        const QByteArrayView line = QByteArrayView(batch.text).sliced(start, batch.ends[i] - start);
        start = batch.ends[i];
        if (line.trimmed().isEmpty())
            continue;
        if (std::optional<AnnotatedImage> plain = parser.parse(line))
            batch.entries[i].parsed = *std::move(plain);
        else
            batch.entries[i].parsed = parseManifestLineFully(line);
    }
    batch.text = {};
    return batch;
}

} // namespace boxwright
