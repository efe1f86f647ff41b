// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/training_speed.h"

#include <QSettings>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

/// Detection takes about a third of the time of a training step on the same image: no backward pass, no optimiser.
constexpr double kEvaluationShare = 1.0 / 3.0;

QString keyOf(const QString &baseNetwork, const TrainingMeans &means)
{
    QString key = QStringLiteral("training/imagesPerSecond/%1/%2").arg(baseNetwork).arg(means.threads);
    if (means.device.isGpu())
        key += QLatin1Char('/') + means.device.text();
    if (means.precision == ComputePrecision::Mixed)
        key += QStringLiteral("/mixed");
    return key;
}

/// Measured with one thread on cores of a virtual machine; more threads add less than their number. A GPU waits for the
/// threads that make its batches.
double guess(const QString &baseNetwork, const TrainingMeans &means)
{
    constexpr double kBatchesOfOneThread = 40;
    const int threads = means.threads;
    if (means.device.isGpu())
        return kBatchesOfOneThread * double(std::max(1, threads));
    const double oneThread = baseNetwork == QLatin1String("mobilenet-v2") ? 6.0 : 0.6;
    return oneThread * std::pow(double(std::max(1, threads)), 0.8);
}

} // namespace

TrainingSpeed trainingSpeed(const QString &baseNetwork, const TrainingMeans &means)
{
    const double measured = QSettings().value(keyOf(baseNetwork, means)).toDouble();
    if (std::isfinite(measured) && measured > 0)
        return {measured, true};
    return {guess(baseNetwork, means), false};
}

void rememberTrainingSpeed(const QString &baseNetwork, const TrainingMeans &means, double imagesPerSecond)
{
    if (std::isfinite(imagesPerSecond) && imagesPerSecond > 0)
        QSettings().setValue(keyOf(baseNetwork, means), imagesPerSecond);
}

double trainingSeconds(const Hyperparameters &values, qint64 trainingImages, qint64 validationImages,
                       double imagesPerSecond)
{
    const double work = double(trainingImages) + double(validationImages) * kEvaluationShare;
    return values.epochs * work / imagesPerSecond;
}

} // namespace boxwright
