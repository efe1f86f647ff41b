// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/pixel_detections.h"

namespace boxwright::ssd {

std::vector<Detection> pixelDetections(const std::vector<DetectedBox> &boxes, QSize size)
{
    std::vector<Detection> detections;
    detections.reserve(boxes.size());
    for (const DetectedBox &box : boxes) {
        const Box inPixels{double(box.xmin) * size.width(), double(box.ymin) * size.height(),
                           double(box.xmax) * size.width(), double(box.ymax) * size.height()};
        const Box inside = inPixels.clippedTo(QSizeF(size));
        if (!inside.isEmpty())
            detections.push_back({box.classIndex, double(box.score), inside});
    }
    return detections;
}

} // namespace boxwright::ssd
