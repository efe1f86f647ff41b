// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCache>
#include <QImage>

#include <mutex>
#include <optional>

namespace boxwright {

/// Small copies of images, made once and kept while memory lasts; the least recently used go first. Thread-safe: the
/// list asks find() while it paints (never touching the disk), workers call make(). Owned by whoever shows the list.
class ThumbnailCache
{
public:
    /// Thumbnails are at most `edge` x `edge` pixels, aspect kept; `maxBytes` bounds what is kept.
    explicit ThumbnailCache(int edge, qint64 maxBytes = qint64{64} << 20);

    [[nodiscard]] int edge() const { return m_edge; }
    /// What is kept for the path; nullopt where nothing is.
    [[nodiscard]] std::optional<QImage> find(const QString &path) const;
    /// What is kept, or else decoded (a JPEG at a smaller scale), kept and returned. Decodes outside the lock.
    Result<QImage> make(const QString &path);
    /// Forgets the path: its file changed or went.
    void forget(const QString &path);

private:
    const int m_edge;
    mutable std::mutex m_mutex;
    mutable QCache<QString, QImage> m_images; ///< a look-up renews an entry's age
};

} // namespace boxwright
