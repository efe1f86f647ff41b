// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/adam.h"

#include <cmath>

namespace boxwright::ssd {

namespace {

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr float kAdamEpsilon = 1e-8F;

/// The means begin at 0, which the first rates make up for.
float correctedRate(float rate, qint64 updates)
{
    const auto count = static_cast<double>(updates);
    const double correction = std::sqrt(1 - std::pow(kBeta2, count)) / (1 - std::pow(kBeta1, count));
    return static_cast<float>(static_cast<double>(rate) * correction);
}

} // namespace

Adam::Adam(const SsdNetworkImpl &network, const OptimiserOptions &options)
    : Optimiser(network, options, {"mean", "variance"})
{
}

void Adam::update(Piece piece, Rates rates) const
{
    const float rate = correctedRate(rates.rate, rates.updates);
    constexpr auto keepMean = static_cast<float>(kBeta1);
    constexpr auto keepVariance = static_cast<float>(kBeta2);
    float *mean = piece.memory[0];
    float *variance = piece.memory[1];
    for (int64_t i = 0; i < piece.size; ++i) {
        const float whole = rates.rescale * piece.gradient[i] + rates.decay * piece.weight[i];
        const float slope = std::clamp(whole, -rates.clip, rates.clip);
        mean[i] = keepMean * mean[i] + (1 - keepMean) * slope;
        variance[i] = keepVariance * variance[i] + (1 - keepVariance) * slope * slope;
        piece.weight[i] -= rate * mean[i] / (std::sqrt(variance[i]) + kAdamEpsilon);
    }
}

void Adam::updateOnDevice(Group group, Rates rates) const
{
    const float rate = correctedRate(rates.rate, rates.updates);
    auto &[mean, variance] = group.memory;
    makeSlopes(group, rates, rates.decay);
    torch::_foreach_mul_(mean, kBeta1);
    torch::_foreach_add_(mean, group.gradients, 1 - kBeta1);
    torch::_foreach_mul_(variance, kBeta2);
    torch::_foreach_addcmul_(variance, group.gradients, group.gradients, 1 - kBeta2);
    const std::vector<torch::Tensor> deviation = torch::_foreach_sqrt(variance);
    torch::_foreach_add_(deviation, kAdamEpsilon);
    torch::_foreach_addcdiv_(group.weights, mean, deviation, -rate);
}

} // namespace boxwright::ssd
