// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detection.h"
#include "core/imaging/overlay.h"

#include <QWidget>

namespace boxwright {

/// An image as it is shown: a smaller copy, and how much smaller it is.
struct ShownImage
{
    QImage image;
    double scale = 1; ///< shown pixels for one of the image
    QString name;
};

/// A copy that fits a part of the window; null where the image cannot be read. For any thread.
ShownImage readShownImage(const QString &path);

/// Those that are worth a look: the ones that the model is quite sure of, and some even where it is not.
/// `detections` by falling confidence.
std::vector<Detection> mostCertain(const std::vector<Detection> &detections);

/// "bee 87 %".
QString captionOf(const QString &className, double confidence);

/// An image with boxes over it, as large as there is room. GUI thread.
class DetectionPicture : public QWidget
{
    Q_OBJECT

public:
    explicit DetectionPicture(QWidget *parent = nullptr);

    /// The boxes are in pixels of the whole image.
    void show(const ShownImage &image, const std::vector<OverlayBox> &boxes);
    [[nodiscard]] const std::vector<OverlayBox> &boxes() const { return m_boxes; }

    [[nodiscard]] QSize sizeHint() const override { return {360, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {180, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ShownImage m_image;
    std::vector<OverlayBox> m_boxes;
};

} // namespace boxwright
