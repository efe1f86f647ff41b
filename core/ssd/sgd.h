// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/optimiser.h"

namespace boxwright::ssd {

/// Stochastic gradient descent: momentum = m * momentum - rate * (gradient + decay * weight); weight += momentum. The
/// learning rate is inside the momentum, so a drop of the rate acts slowly, other than in torch.
class Sgd : public Optimiser
{
public:
    Sgd(const SsdNetworkImpl &network, double momentum, const OptimiserOptions &options);

private:
    void update(Piece piece, Rates rates) const override;
    void updateOnDevice(Group group, Rates rates) const override;

    float m_momentum;
};

} // namespace boxwright::ssd
