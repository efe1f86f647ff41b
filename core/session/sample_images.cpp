// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sample_images.h"

namespace boxwright {

namespace {

std::vector<TruthImage> spread(std::vector<TruthImage> images, int count)
{
    if (images.size() <= size_t(count))
        return images;
    std::vector<TruthImage> some;
    for (size_t i = 0; i < size_t(count); ++i)
        some.push_back(std::move(images[i * images.size() / size_t(count)]));
    return some;
}

} // namespace

std::vector<TruthImage> imagesToTry(const ProjectSession &session, int count)
{
    std::vector<TruthImage> images = evaluationImages(session, Split::None);
    std::erase_if(images, [](const TruthImage &image) { return image.boxes.empty(); });
    if (!images.empty())
        return spread(std::move(images), count);
    const Dataset &dataset = session.dataset();
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageInfo &info = dataset.imageAt(i).info;
        if (info.problem.isEmpty())
            images.push_back({info.id, session.absoluteImagePath(info), {}});
    }
    return spread(std::move(images), count);
}

} // namespace boxwright
