// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/cloud_cost.h"

#include <algorithm>

namespace boxwright {

namespace {

constexpr double kStartUp = 300; ///< seconds until the first batch: machine, container, download; they are paid
constexpr double kShape = 300;   ///< that speeds are told for

} // namespace

QList<InstancePrice> instancePrices()
{
    return {{QStringLiteral("ml.p3.2xlarge"), 3.825, 75},  {QStringLiteral("ml.g4dn.xlarge"), 0.736, 35},
            {QStringLiteral("ml.g4dn.2xlarge"), 0.94, 38}, {QStringLiteral("ml.g5.xlarge"), 1.408, 70},
            {QStringLiteral("ml.g5.2xlarge"), 1.515, 75},  {QStringLiteral("ml.p2.xlarge"), 1.125, 14},
            {QStringLiteral("ml.p3.8xlarge"), 14.688, 260}};
}

CloudEstimate estimateTraining(const InstancePrice &instance, qint64 images, int epochs, int imageShape)
{
    const double area = double(imageShape) * imageShape / (kShape * kShape);
    const double speed = std::max(instance.imagesPerSecond, 1e-3);
    CloudEstimate estimate;
    estimate.seconds = kStartUp + double(images) * epochs * area / speed;
    estimate.dollars = estimate.seconds / 3600 * instance.dollarsPerHour;
    return estimate;
}

} // namespace boxwright
