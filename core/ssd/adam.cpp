// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/adam.h"

#include <cmath>

namespace boxwright::ssd {

namespace {

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr float kAdamEpsilon = 1e-8F;

} // namespace

Adam::Adam(const SsdNetworkImpl &network, const OptimiserOptions &options)
    : Optimiser(network, options, {"mean", "variance"})
{
}

void Adam::update(Piece piece, Rates rates) const
{
    const auto updates = static_cast<double>(rates.updates);
    const double correction = std::sqrt(1 - std::pow(kBeta2, updates)) / (1 - std::pow(kBeta1, updates));
    const auto rate = static_cast<float>(static_cast<double>(rates.rate) * correction);
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

} // namespace boxwright::ssd
