// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/rmsprop.h"

#include <cmath>

namespace boxwright::ssd {

namespace {

constexpr float kGamma = 0.9F;
constexpr float kRmsPropEpsilon = 1e-8F;

} // namespace

RmsProp::RmsProp(const SsdNetworkImpl &network, const OptimiserOptions &options)
    : Optimiser(network, options, {"square"})
{
}

void RmsProp::update(Piece piece, Rates rates) const
{
    float *square = piece.memory[0];
    for (int64_t i = 0; i < piece.size; ++i) {
        const float whole = rates.rescale * piece.gradient[i] + rates.decay * piece.weight[i];
        const float slope = std::clamp(whole, -rates.clip, rates.clip);
        square[i] = (1 - kGamma) * slope * slope + kGamma * square[i];
        piece.weight[i] -= rates.rate * slope / std::sqrt(square[i] + kRmsPropEpsilon);
    }
}

} // namespace boxwright::ssd
