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

void AdaDelta::updateOnDevice(Group group, Rates rates) const
{
    auto &[square, delta] = group.memory;
    makeSlopes(group, rates, 0);
    torch::_foreach_mul_(square, kRho);
    torch::_foreach_addcmul_(square, group.gradients, group.gradients, 1 - kRho);
    const std::vector<torch::Tensor> change = torch::_foreach_add(delta, kAdaDeltaEpsilon);
    const std::vector<torch::Tensor> divisor = torch::_foreach_add(square, kAdaDeltaEpsilon);
    torch::_foreach_div_(change, divisor);
    torch::_foreach_sqrt_(change);
    torch::_foreach_mul_(change, group.gradients);
    torch::_foreach_mul_(delta, kRho);
    torch::_foreach_addcmul_(delta, change, change, 1 - kRho);
    torch::_foreach_mul_(group.weights, 1 - rates.decay);
    torch::_foreach_add_(group.weights, change, -1);
}

} // namespace boxwright::ssd
