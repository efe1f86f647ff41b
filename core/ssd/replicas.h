// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

#include <memory>
#include <vector>

namespace boxwright::ssd {

/// One network on each of the devices that share the batches of a training, as MXNet does it: each replica works
/// through its part of a batch with normalisations of its own, gradients are added up on the first, which alone learns
/// and is saved, and its weights are copied to the others.
class Replicas
{
public:
    /// That network alone, wherever it is.
    explicit Replicas(std::shared_ptr<SsdNetworkImpl> network);
    /// The first one first; all of one shape.
    explicit Replicas(std::vector<std::shared_ptr<SsdNetworkImpl>> networks);

    [[nodiscard]] size_t size() const { return m_networks.size(); }
    [[nodiscard]] SsdNetworkImpl &first() const { return *m_networks.front(); }
    [[nodiscard]] SsdNetworkImpl &at(size_t index) const { return *m_networks.at(index); }

    /// All into training mode.
    void train();
    /// The first one's weights into the others; running statistics too where `withStatistics`.
    void spread(bool withStatistics = false);
    /// The others' gradients are added to the first one's, and forgotten.
    void gatherGradients();
    void forgetGradients();
    /// Running statistics of all become their mean, which is what MXNet saves.
    void averageStatistics();

private:
    std::vector<std::shared_ptr<SsdNetworkImpl>> m_networks;
};

/// Moves the network to the first device and makes its replicas on the others.
Replicas makeReplicas(const std::shared_ptr<SsdNetworkImpl> &network, const NetworkSpec &spec,
                      const std::vector<torch::Device> &devices);

} // namespace boxwright::ssd
