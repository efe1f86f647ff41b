// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/image_store.h"

#include "core/imaging/image_reader.h"

#include <QMutexLocker>

#include <algorithm>

namespace boxwright::ssd {

namespace {

/// Boxes that lie wholly outside, or have no area, are left out.
std::vector<TargetBox> fractionsOf(const std::vector<TrainingBox> &boxes, QSize size)
{
    std::vector<TargetBox> objects;
    for (const TrainingBox &box : boxes) {
        const Box inside = box.box.clippedTo(size);
        if (inside.isEmpty())
            continue;
        objects.push_back({box.classIndex, static_cast<float>(inside.left / size.width()),
                           static_cast<float>(inside.top / size.height()),
                           static_cast<float>(inside.right / size.width()),
                           static_cast<float>(inside.bottom / size.height())});
    }
    return objects;
}

} // namespace

cv::Mat StoredImage::pixels() const
{
    return {image.height(), image.width(), CV_8UC3, const_cast<uchar *>(image.constBits()), // OpenCV has no const view
            static_cast<size_t>(image.bytesPerLine())};
}

ImageStoreOptions storeOptionsFor(int imageShape, qint64 budgetBytes)
{
    constexpr int kZoom = 3; // the smallest crop takes 0.3 of the side
    return {.longestSide = kZoom * imageShape, .budgetBytes = budgetBytes};
}

ImageStore::ImageStore(std::vector<TrainingImage> images, const ImageStoreOptions &options)
    : m_images(std::move(images))
    , m_options(options)
    , m_kept(m_images.size())
{
}

Result<StoredImage> ImageStore::load(int index)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_kept[index].image.isNull())
            return m_kept[index];
    }
    auto decoded = decode(m_images[index]);
    if (!decoded)
        return decoded;
    const QMutexLocker lock(&m_mutex);
    const qint64 bytes = decoded->image.sizeInBytes();
    if (m_kept[index].image.isNull() && m_keptBytes + bytes <= m_options.budgetBytes) {
        m_kept[index] = *decoded;
        m_keptBytes += bytes;
    }
    return decoded;
}

Result<StoredImage> ImageStore::decode(const TrainingImage &image) const
{
    const auto header = readImageHeader(image.path);
    if (!header)
        return failure(header.error());
    const QSize most(m_options.longestSide, m_options.longestSide);
    const bool isLarge = header->size.width() > most.width() || header->size.height() > most.height();
    auto pixels = readImage(image.path, {}, isLarge ? most : QSize());
    if (!pixels)
        return failure(pixels.error());
    return StoredImage{*pixels, header->size, fractionsOf(image.boxes, header->size)};
}

} // namespace boxwright::ssd
