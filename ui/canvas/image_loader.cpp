// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/image_loader.h"

#include "core/imaging/image_reader.h"

#include <QThread>

#include <algorithm>

namespace boxwright {

namespace {

constexpr qint64 kMaxReadyBytes = qint64{600} << 20;
constexpr int kSmallestLevel = 512; // pixels of the longer side; halving on would not pay

std::shared_ptr<const LoadedImage> decode(const ImageLoader::Request &request)
{
    auto loaded = std::make_shared<LoadedImage>();
    loaded->id = request.id;
    Result<QImage> image = readImage(request.path);
    if (!image) {
        loaded->problem = image.error().message;
        return loaded;
    }
    if (const Result<ImageHeader> header = readImageHeader(request.path))
        loaded->orientation = header->orientation;
    loaded->levels.push_back(image->convertToFormat(QImage::Format_RGB32));
    while (std::max(loaded->levels.back().width(), loaded->levels.back().height()) > kSmallestLevel) {
        const QSize half = loaded->levels.back().size() / 2;
        if (half.isEmpty())
            break;
        loaded->levels.push_back(loaded->levels.back()
                                     .scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                     .convertToFormat(QImage::Format_RGB32));
    }
    return loaded;
}

qint64 bytesOf(const LoadedImage &image)
{
    qint64 bytes = 0;
    for (const QImage &level : image.levels)
        bytes += level.sizeInBytes();
    return bytes;
}

} // namespace

ImageLoader::ImageLoader(QObject *parent)
    : QObject(parent)
{
    m_threads.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, 3));
}

ImageLoader::~ImageLoader()
{
    m_threads.clear();
    m_threads.waitForDone();
}

void ImageLoader::show(const Request &wanted, const QList<Request> &neighbours)
{
    m_threads.clear(); // what has not begun is asked for again below, where it is still wanted
    m_running.removeIf([](const Running &running) { return !running.hasBegun->load(); });
    m_wanted = {wanted.id};
    for (const Request &neighbour : neighbours)
        m_wanted.append(neighbour.id);
    if (const auto ready = m_ready.value(wanted.id))
        Q_EMIT loaded(ready);
    else
        start(wanted, 2);
    for (const Request &neighbour : neighbours) {
        if (!m_ready.contains(neighbour.id))
            start(neighbour, 1);
    }
}

void ImageLoader::forget(ImageId id)
{
    m_ready.remove(id);
    m_recent.removeOne(id);
}

void ImageLoader::start(const Request &request, int priority)
{
    if (std::any_of(m_running.begin(), m_running.end(),
                    [&request](const Running &running) { return running.id == request.id; }))
        return;
    auto hasBegun = std::make_shared<std::atomic<bool>>(false);
    m_running.append({request.id, hasBegun});
    m_threads.start(
        [this, request, hasBegun] {
            hasBegun->store(true);
            const auto image = decode(request);
            QMetaObject::invokeMethod(
                this, [this, image] { take(image); }, Qt::QueuedConnection);
        },
        priority);
}

void ImageLoader::take(const std::shared_ptr<const LoadedImage> &image)
{
    m_running.removeIf([&image](const Running &running) { return running.id == image->id; });
    if (!m_wanted.contains(image->id))
        return;
    const bool isNew = !m_ready.contains(image->id);
    if (isNew && image->problem.isEmpty()) {
        m_ready.insert(image->id, image);
        m_recent.append(image->id);
        dropOldest();
    }
    if (isNew && image->id == m_wanted.first())
        Q_EMIT loaded(image);
}

void ImageLoader::dropOldest()
{
    qint64 bytes = 0;
    for (const auto &ready : std::as_const(m_ready))
        bytes += bytesOf(*ready);
    while (bytes > kMaxReadyBytes && m_recent.size() > 1) {
        const auto dropped = m_ready.take(m_recent.takeFirst());
        bytes -= bytesOf(*dropped);
    }
}

} // namespace boxwright
