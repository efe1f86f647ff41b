// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/image_locator.h"

#include <optional>

namespace boxwright {

/// Where the images of records lie as files. Into an image folder of its own (one that is not the records' folder) they
/// are taken out, byte for byte; without one nothing is written, and files of the same name beside the records are
/// found. Never writes elsewhere, never over a file. Belongs to one reading.
class RecordImages
{
public:
    RecordImages(const QString &recordFolder, const QString &imageFolder);

    [[nodiscard]] bool takesOut() const { return !m_locator.has_value(); }

    /// The absolute path of the image; empty where none is found. `spelling` is the list's path (may lead anywhere;
    /// only its file name counts when the image is taken out), `fallback` the name for an image without a list's.
    Result<QString> place(const QByteArray &image, const QString &spelling, const QString &fallback);

private:
    Result<QString> takeOut(const QByteArray &image, const QString &stem, const QString &ending);

    QString m_folder;
    QHash<QString, int> m_numbers; ///< of a file name: how many images of that name were taken out
    std::optional<ImageLocator> m_locator;
};

} // namespace boxwright
