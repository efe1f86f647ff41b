// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/learning_rate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace boxwright::ssd {

namespace {

constexpr double kMostWarmUpSteps = 60;
constexpr double kWarmUpFraction = 0.05; ///< of a run too short for so many steps
constexpr double kLowest = 0.01;         ///< of the base rate, at the end of a run that time limits

} // namespace

LearningRate LearningRate::bySteps(const Hyperparameters &hyperparameters, qint64 batchesPerEpoch, bool warmsUp)
{
    LearningRate rate;
    rate.m_base = hyperparameters.learningRate;
    rate.m_factor = hyperparameters.lrSchedulerFactor;
    for (int epoch : hyperparameters.lrSchedulerStep)
        rate.m_drops << epoch * batchesPerEpoch;
    const double steps = static_cast<double>(hyperparameters.epochs) * static_cast<double>(batchesPerEpoch);
    rate.m_warmUpSteps = warmsUp ? std::clamp(steps * kWarmUpFraction, 1.0, kMostWarmUpSteps) : 1.0;
    return rate;
}

LearningRate LearningRate::byTime(const Hyperparameters &hyperparameters)
{
    LearningRate rate;
    rate.m_base = hyperparameters.learningRate;
    rate.m_isByTime = true;
    rate.m_warmUpSteps = kMostWarmUpSteps;
    return rate;
}

double LearningRate::at(const TrainingProgress &progress) const
{
    return m_base * warmUp(progress) * decay(progress);
}

double LearningRate::warmUp(const TrainingProgress &progress) const
{
    const double bySteps = (static_cast<double>(progress.step) + 1) / m_warmUpSteps;
    const double byTime = m_isByTime ? progress.fraction / kWarmUpFraction : 0;
    return std::min(1.0, std::max(bySteps, byTime));
}

double LearningRate::decay(const TrainingProgress &progress) const
{
    if (m_isByTime) {
        const double fraction = std::clamp(progress.fraction, 0.0, 1.0);
        return kLowest + (1 - kLowest) * (1 + std::cos(std::numbers::pi * fraction)) / 2;
    }
    const auto drops =
        std::count_if(m_drops.begin(), m_drops.end(), [&](qint64 drop) { return progress.step >= drop; });
    return std::pow(m_factor, static_cast<double>(drops));
}

} // namespace boxwright::ssd
