// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <QHash>
#include <QImage>
#include <QList>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <vector>

namespace boxwright {

/// A decoded image in the painter's own format, with halved copies of itself so that a small view of a large image is
/// cheap to paint: levels[0] is the image, levels[i] is half of levels[i - 1] in each direction.
struct LoadedImage
{
    ImageId id = ImageId::None;
    std::vector<QImage> levels;
    int orientation = 1; ///< EXIF, already applied
    QString problem;     ///< why there is no image, translated

    [[nodiscard]] QSize size() const { return levels.empty() ? QSize() : levels.front().size(); }
};

/// Decodes images on worker threads and keeps the neighbours of the shown one ready. Lives on the GUI thread; answers
/// come by signal, and answers that nobody waits for any more are dropped.
class ImageLoader : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        ImageId id = ImageId::None;
        QString path; ///< absolute
    };

    explicit ImageLoader(QObject *parent = nullptr);
    ~ImageLoader() override;

    /// Shows this image as soon as it is decoded (at once where it is ready) and makes the neighbours ready.
    void show(const Request &wanted, const QList<Request> &neighbours);
    /// Forgets what was decoded of that image: its file has moved or changed.
    void forget(ImageId id);

Q_SIGNALS:
    void loaded(const std::shared_ptr<const boxwright::LoadedImage> &image);

private:
    void start(const Request &request, int priority);
    void take(const std::shared_ptr<const LoadedImage> &image);
    void dropOldest();

    struct Running
    {
        ImageId id = ImageId::None;
        std::shared_ptr<std::atomic<bool>> hasBegun;
    };

    QHash<ImageId, std::shared_ptr<const LoadedImage>> m_ready;
    QList<ImageId> m_recent;  ///< of m_ready, the latest last
    QList<Running> m_running; ///< queued or being decoded
    QList<ImageId> m_wanted;  ///< the shown one first, then its neighbours
    QThreadPool m_threads;    ///< last: it goes first
};

} // namespace boxwright
