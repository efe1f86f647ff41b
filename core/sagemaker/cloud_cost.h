// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace boxwright {

/// A machine of the cloud with what an hour of it costs and how fast it trains. Both are starting values for a person
/// to correct: prices differ by region and change, speeds differ by network and data.
struct InstancePrice
{
    QString type;
    double dollarsPerHour = 0;
    double imagesPerSecond = 0; ///< with resnet-50 at image_shape 300
};

/// On-demand prices for training in us-east-1 as published in 2023. ml.p3.2xlarge: 16,551 images five times in 18
/// minutes (AWS' sample notebook of object detection); the others by the ratio of their peak throughput.
QList<InstancePrice> instancePrices();

struct CloudEstimate
{
    double seconds = 0;
    double dollars = 0;
};

/// Time and cost of one training: start-up, then every image `epochs` times; the work grows with the area of the image.
CloudEstimate estimateTraining(const InstancePrice &instance, qint64 images, int epochs, int imageShape);

} // namespace boxwright
