// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/image_loader.h"
#include "ui/canvas/view_transform.h"

#include <QPixmap>

class QPainter;

namespace boxwright {

/// Paints an image under a view transform, fast enough to pan and zoom: from the halved copy that is just large enough,
/// only the part in sight, and from a picture of the last view where only an overlay changed.
/// Owned by the canvas; GUI thread.
class ImagePainter
{
public:
    void setImage(std::shared_ptr<const LoadedImage> image);
    [[nodiscard]] const LoadedImage *image() const { return m_image.get(); }

    /// Paints into (0, 0, viewSize); `ratio` is the device pixel ratio.
    void paint(QPainter &painter, const ViewTransform &view, QSize viewSize, double ratio);

private:
    void renderPicture(const ViewTransform &view, QSize viewSize, double ratio);

    std::shared_ptr<const LoadedImage> m_image;
    QPixmap m_picture; ///< of m_pictureView
    ViewTransform m_pictureView;
};

} // namespace boxwright
