// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training.h"
#include "core/ssd/target_box.h"

#include <QImage>
#include <QMutex>

#include <opencv2/core.hpp>

namespace boxwright::ssd {

/// An image decoded, with its objects as fractions of it.
struct StoredImage
{
    QImage image; ///< Format_RGB888, perhaps smaller than the file's
    QSize size;   ///< of the file, as a person sees it
    std::vector<TargetBox> objects;

    /// The same pixels, not copied: lives as long as this.
    [[nodiscard]] cv::Mat pixels() const;
};

struct ImageStoreOptions
{
    int longestSide = 900;                ///< larger images are decoded smaller
    qint64 budgetBytes = qint64{1} << 30; ///< what is kept decoded
};

/// Large enough that the smallest crop is not enlarged.
ImageStoreOptions storeOptionsFor(int imageShape, qint64 budgetBytes);

/// Decodes the images of a training and keeps as many of them decoded as the budget allows: the first that come, since
/// each epoch asks for every image once. Thread-safe.
class ImageStore
{
public:
    ImageStore(std::vector<TrainingImage> images, const ImageStoreOptions &options);

    [[nodiscard]] int count() const { return static_cast<int>(m_images.size()); }
    [[nodiscard]] const TrainingImage &at(int index) const { return m_images[index]; }
    Result<StoredImage> load(int index);

private:
    [[nodiscard]] Result<StoredImage> decode(const TrainingImage &image) const;

    const std::vector<TrainingImage> m_images;
    const ImageStoreOptions m_options;
    QMutex m_mutex;
    std::vector<StoredImage> m_kept; ///< null image where it is not kept
    qint64 m_keptBytes = 0;
};

} // namespace boxwright::ssd
