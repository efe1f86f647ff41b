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

void RmsProp::updateOnDevice(Group group, Rates rates) const
{
    makeSlopes(group, rates, rates.decay);
    torch::_foreach_mul_(group.memory[0], kGamma);
    torch::_foreach_addcmul_(group.memory[0], group.gradients, group.gradients, 1 - kGamma);
    const std::vector<torch::Tensor> deviation = torch::_foreach_add(group.memory[0], kRmsPropEpsilon);
    torch::_foreach_sqrt_(deviation);
    torch::_foreach_addcdiv_(group.weights, group.gradients, deviation, -rates.rate);
}

} // namespace boxwright::ssd
