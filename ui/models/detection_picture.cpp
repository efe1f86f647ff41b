// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/detection_picture.h"

#include "core/imaging/image_reader.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kMostPixels = 1280; ///< of a side
constexpr double kQuiteSure = 0.3;
constexpr size_t kFewest = 3;
constexpr size_t kMost = 20; ///< more hide the image

Box scaled(const Box &box, double scale)
{
    return {box.left * scale, box.top * scale, box.right * scale, box.bottom * scale};
}

} // namespace

ShownImage readShownImage(const QString &path)
{
    const Result<ImageHeader> header = readImageHeader(path);
    if (!header || header->size.isEmpty())
        return {};
    const Result<QImage> image = readImage(path, {}, QSize(kMostPixels, kMostPixels));
    if (!image)
        return {};
    return {*image, double(image->width()) / header->size.width(), QFileInfo(path).fileName()};
}

std::vector<Detection> mostCertain(const std::vector<Detection> &detections)
{
    std::vector<Detection> certain;
    for (const Detection &detection : detections) {
        if (certain.size() == kMost || (detection.confidence < kQuiteSure && certain.size() >= kFewest))
            break;
        certain.push_back(detection);
    }
    return certain;
}

QString captionOf(const QString &className, double confidence)
{
    return DetectionPicture::tr("%1 %2 %").arg(className, QLocale().toString(confidence * 100, 'f', 0));
}

DetectionPicture::DetectionPicture(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DetectionPicture::show(const ShownImage &image, const std::vector<OverlayBox> &boxes)
{
    m_image = image;
    m_boxes = boxes;
    update();
}

void DetectionPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensFor(palette()).surround);
    if (m_image.image.isNull())
        return;
    const double ratio = devicePixelRatioF();
    const QSize room = size() * ratio;
    const QSize fit = m_image.image.size().scaled(room, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    QImage image = m_image.image.scaled(fit, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const double scale = m_image.scale * image.width() / m_image.image.width();
    std::vector<OverlayBox> boxes = m_boxes;
    for (OverlayBox &item : boxes)
        item.box = scaled(item.box, scale);
    image = drawOverlay(image, boxes);
    image.setDevicePixelRatio(ratio);
    const QSizeF shown = QSizeF(image.size()) / ratio;
    painter.drawImage(QPointF(std::round((width() - shown.width()) / 2), std::round((height() - shown.height()) / 2)),
                      image);
}

} // namespace boxwright
