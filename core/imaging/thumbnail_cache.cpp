// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/thumbnail_cache.h"

#include "core/imaging/image_reader.h"

#include <algorithm>

namespace boxwright {

ThumbnailCache::ThumbnailCache(int edge, qint64 maxBytes)
    : m_edge(std::max(edge, 1))
    , m_images(maxBytes)
{
}

std::optional<QImage> ThumbnailCache::find(const QString &path) const
{
    const std::scoped_lock lock(m_mutex);
    const QImage *image = m_images.object(path);
    return image ? std::optional<QImage>(*image) : std::nullopt;
}

Result<QImage> ThumbnailCache::make(const QString &path)
{
    if (std::optional<QImage> kept = find(path))
        return *kept;
    Result<QImage> image = readImage(path, {}, QSize(m_edge, m_edge));
    if (image) {
        const std::scoped_lock lock(m_mutex);
        m_images.insert(path, new QImage(*image), image->sizeInBytes()); // the cache owns it
    }
    return image;
}

void ThumbnailCache::forget(const QString &path)
{
    const std::scoped_lock lock(m_mutex);
    m_images.remove(path);
}

} // namespace boxwright
