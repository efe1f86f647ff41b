// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/optimiser.h"

namespace boxwright::ssd {

/// RMSProp, not centred, as MXNet's rmsprop_update: decay joins the gradient before clipping, epsilon is inside the
/// root. gamma1 0.9, epsilon 1e-8.
class RmsProp : public Optimiser
{
public:
    RmsProp(const SsdNetworkImpl &network, const OptimiserOptions &options);

private:
    void update(Piece piece, Rates rates) const override;
    void updateOnDevice(Group group, Rates rates) const override;
};

} // namespace boxwright::ssd
