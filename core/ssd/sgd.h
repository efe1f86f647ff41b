// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

#include <map>
#include <string>

namespace boxwright::ssd {

struct SgdOptions
{
    double momentum = 0.9;
    double weightDecay = 0.0005;
};

/// Stochastic gradient descent as MXNet does it (facts 2.8): momentum = m * momentum - rate * (gradient + decay *
/// weight); weight += momentum. The learning rate is inside the momentum, so a drop of the rate acts slowly, other than
/// in torch. Decay acts on names that end in weight or gamma (a tenth of it on "scale"); biases of extra maps and heads
/// learn twice as fast (facts 2.1). One pass over each parameter.
class Sgd
{
public:
    /// Parameters that need a gradient; the network lives longer than this.
    Sgd(const SsdNetworkImpl &network, const SgdOptions &options);

    /// Takes the gradients and forgets them.
    void step(double learningRate);

    /// By parameter name; for checkpoints.
    [[nodiscard]] std::map<std::string, torch::Tensor> momenta() const;
    /// Copies what is named alike and shaped alike; false where one is missing.
    bool setMomenta(const std::map<std::string, torch::Tensor> &momenta);

private:
    struct Slot
    {
        std::string name;
        torch::Tensor weight;
        torch::Tensor momentum; ///< same strides as the weight
        double decay = 0;
        double rateFactor = 1;
    };

    void update(Slot &slot, double learningRate) const;

    std::vector<Slot> m_slots;
    double m_momentum = 0.9;
};

} // namespace boxwright::ssd
