// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/adadelta.h"

#include <cmath>

namespace boxwright::ssd {

namespace {

constexpr float kRho = 0.9F;
constexpr float kAdaDeltaEpsilon = 1e-5F;

} // namespace

AdaDelta::AdaDelta(const SsdNetworkImpl &network, const OptimiserOptions &options)
    : Optimiser(network, options, {"square", "delta"})
{
}

void AdaDelta::update(Piece piece, Rates rates) const
{
    float *square = piece.memory[0];
    float *delta = piece.memory[1];
    for (int64_t i = 0; i < piece.size; ++i) {
        const float slope = std::clamp(rates.rescale * piece.gradient[i], -rates.clip, rates.clip);
        square[i] = kRho * square[i] + (1 - kRho) * slope * slope;
        const float change = std::sqrt(delta[i] + kAdaDeltaEpsilon) / std::sqrt(square[i] + kAdaDeltaEpsilon) * slope;
        delta[i] = kRho * delta[i] + (1 - kRho) * change * change;
        piece.weight[i] -= change + rates.decay * piece.weight[i];
    }
}

} // namespace boxwright::ssd
