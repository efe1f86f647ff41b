// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/sgd.h"

namespace boxwright::ssd {

Sgd::Sgd(const SsdNetworkImpl &network, double momentum, const OptimiserOptions &options)
    : Optimiser(network, options, {"momentum"})
    , m_momentum(static_cast<float>(momentum))
{
}

void Sgd::update(Piece piece, Rates rates) const
{
    float *momentum = piece.memory[0];
    const float keep = m_momentum;
    for (int64_t i = 0; i < piece.size; ++i) {
        const float slope = std::clamp(rates.rescale * piece.gradient[i], -rates.clip, rates.clip);
        momentum[i] = keep * momentum[i] - rates.rate * (slope + rates.decay * piece.weight[i]);
        piece.weight[i] += momentum[i];
    }
}

void Sgd::updateOnDevice(Group group, Rates rates) const
{
    makeSlopes(group, rates, 0); // the clip comes before the decay
    torch::_foreach_add_(group.gradients, group.weights, rates.decay);
    torch::_foreach_mul_(group.memory[0], m_momentum);
    torch::_foreach_add_(group.memory[0], group.gradients, -rates.rate);
    torch::_foreach_add_(group.weights, group.memory[0]);
}

} // namespace boxwright::ssd
