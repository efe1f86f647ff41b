// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/optimiser.h"

namespace boxwright::ssd {

/// AdaDelta as MXNet's: it finds its own step sizes and looks at no learning rate; decay acts on the weight directly.
/// rho 0.9, epsilon 1e-5.
class AdaDelta : public Optimiser
{
public:
    AdaDelta(const SsdNetworkImpl &network, const OptimiserOptions &options);

private:
    void update(Piece piece, Rates rates) const override;
    void updateOnDevice(Group group, Rates rates) const override;
};

} // namespace boxwright::ssd
