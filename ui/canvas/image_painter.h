// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/image_loader.h"
#include "ui/canvas/view_transform.h"

#include <QColor>
#include <QPixmap>

class QPainter;

namespace boxwright {

/// Paints an image under a view transform, fast enough to pan and zoom: from the halved copy that is just large enough,
/// only the part in sight; where the view only moved, the last picture moves and only what came into sight is painted.
/// Owned by the canvas; GUI thread.
class ImagePainter
{
public:
    void setImage(std::shared_ptr<const LoadedImage> image);
    [[nodiscard]] const LoadedImage *image() const { return m_image.get(); }

    /// What is painted into.
    struct Surface
    {
        QSize size;       ///< of the view, painted from (0, 0) on
        double ratio = 1; ///< device pixel ratio
        QColor surround;  ///< where no image is

        bool operator==(const Surface &) const = default;
    };

    void paint(QPainter &painter, const ViewTransform &view, const Surface &surface);

private:
    void updatePicture(const ViewTransform &view, const Surface &surface);
    void renderPart(const QRect &part);

    std::shared_ptr<const LoadedImage> m_image;
    QPixmap m_picture; ///< of m_pictureView
    ViewTransform m_pictureView;
    Surface m_surface; ///< of m_picture
};

} // namespace boxwright
