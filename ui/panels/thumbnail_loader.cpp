// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/thumbnail_loader.h"

#include "core/imaging/image_reader.h"

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kMaxReady = 2000;
constexpr qsizetype kMaxWanted = 40; // about two screens: who scrolls past does not want them any more

QImage thumbnailOf(const QString &path, QSize extent)
{
    const Result<QImage> image = readImage(path, {}, extent * 3);
    if (!image || image->isNull())
        return {};
    const QImage filled = image->scaled(extent, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QRect middle(QPoint((filled.width() - extent.width()) / 2, (filled.height() - extent.height()) / 2), extent);
    return filled.copy(middle);
}

} // namespace

ThumbnailLoader::ThumbnailLoader(QSize extent, QObject *parent)
    : QObject(parent)
    , m_extent(extent)
    , m_ready(kMaxReady)
{
    m_thread.setMaxThreadCount(1);
    m_thread.setThreadPriority(QThread::LowPriority);
}

ThumbnailLoader::~ThumbnailLoader()
{
    m_thread.clear();
    m_thread.waitForDone();
}

QPixmap ThumbnailLoader::thumbnail(ImageId id, const QString &absolutePath)
{
    const qint64 key = toNumber(id);
    if (const QPixmap *ready = m_ready.object(key))
        return *ready;
    const bool isWanted = std::any_of(m_wanted.begin(), m_wanted.end(), [id](const Wanted &w) { return w.id == id; });
    if (!m_broken.contains(key) && !isWanted) {
        m_wanted.append({id, absolutePath});
        if (m_wanted.size() > kMaxWanted)
            m_wanted.removeFirst();
        startNext();
    }
    return {};
}

void ThumbnailLoader::forget(ImageId id)
{
    m_ready.remove(toNumber(id));
    m_broken.remove(toNumber(id));
}

void ThumbnailLoader::startNext()
{
    if (m_isBusy || m_wanted.isEmpty())
        return;
    m_isBusy = true;
    const Wanted wanted = m_wanted.takeLast();
    m_thread.start([this, wanted, extent = m_extent] {
        const QImage image = thumbnailOf(wanted.path, extent);
        QMetaObject::invokeMethod(
            this,
            [this, id = wanted.id, image] {
                m_isBusy = false;
                if (image.isNull())
                    m_broken.insert(toNumber(id));
                else
                    m_ready.insert(toNumber(id), new QPixmap(QPixmap::fromImage(image)));
                startNext();
                Q_EMIT loaded(id);
            },
            Qt::QueuedConnection);
    });
}

} // namespace boxwright
