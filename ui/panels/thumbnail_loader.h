// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QThreadPool>

namespace boxwright {

/// Small pictures for lists, decoded only when somebody asks for them, the latest asked first, and kept within a bound.
/// Lives on the GUI thread; decoding runs on one worker thread.
class ThumbnailLoader : public QObject
{
    Q_OBJECT

public:
    /// `extent` in device pixels; pictures fill it and are cut at the longer side.
    explicit ThumbnailLoader(QSize extent, QObject *parent = nullptr);
    ~ThumbnailLoader() override;

    /// The picture where it is ready; else null, and it is on its way: loaded() tells.
    QPixmap thumbnail(ImageId id, const QString &absolutePath);

    /// Its file is another one now.
    void forget(ImageId id);

Q_SIGNALS:
    void loaded(boxwright::ImageId id);

private:
    struct Wanted
    {
        ImageId id = ImageId::None;
        QString path;
    };

    void startNext();

    QSize m_extent;
    QCache<qint64, QPixmap> m_ready;
    QSet<qint64> m_broken;
    QList<Wanted> m_wanted; ///< the latest last
    bool m_isBusy = false;
    QThreadPool m_thread; ///< last: it goes first
};

} // namespace boxwright
