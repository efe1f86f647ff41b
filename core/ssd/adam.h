// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/optimiser.h"

namespace boxwright::ssd {

/// Adam as MXNet's adam_update: decay joins the gradient before clipping, the bias correction is in the rate, epsilon
/// outside the root. beta1 0.9, beta2 0.999, epsilon 1e-8.
class Adam : public Optimiser
{
public:
    Adam(const SsdNetworkImpl &network, const OptimiserOptions &options);

private:
    void update(Piece piece, Rates rates) const override;
    void updateOnDevice(Group group, Rates rates) const override;
};

} // namespace boxwright::ssd
