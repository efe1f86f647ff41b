// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/detection.h"

#include <QImage>
#include <QSet>
#include <QStringList>

#include <vector>

namespace boxwright::cli {

/// The image with each detection's box, class and confidence drawn on it, in sizes that suit the image. `classes` are
/// the model's. Text needs a QGuiApplication.
QImage drawOverlay(const QImage &image, const std::vector<Detection> &detections, const QStringList &classes);

/// Gives overlay files their names: the image's own with ".png", numbered where two folders hold the same name.
class OverlayNames
{
public:
    explicit OverlayNames(const QString &folder)
        : m_folder(folder)
    {
    }

    QString next(const QString &imagePath);

private:
    QString m_folder;
    QSet<QString> m_taken;
};

/// Writes a PNG whole or not at all.
Result<> writeOverlay(const QString &path, const QImage &image);

} // namespace boxwright::cli
