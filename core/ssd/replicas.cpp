// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/replicas.h"

#include "core/ssd/devices.h"

namespace boxwright::ssd {

namespace {

/// Copies each of the first list into its counterpart.
void copyAll(const std::vector<torch::Tensor> &from, const std::vector<torch::Tensor> &to)
{
    for (size_t i = 0; i < from.size(); ++i)
        torch::Tensor(to[i]).copy_(from[i], /*non_blocking=*/true);
}

} // namespace

Replicas::Replicas(std::shared_ptr<SsdNetworkImpl> network)
    : m_networks{std::move(network)}
{
}

Replicas::Replicas(std::vector<std::shared_ptr<SsdNetworkImpl>> networks)
    : m_networks(std::move(networks))
{
}

void Replicas::train()
{
    for (const auto &network : m_networks)
        network->train();
}

void Replicas::spread(bool withStatistics)
{
    const torch::NoGradGuard noGradients;
    for (size_t k = 1; k < size(); ++k) {
        copyAll(first().parameters(), at(k).parameters());
        if (withStatistics)
            copyAll(first().buffers(), at(k).buffers());
    }
}

void Replicas::gatherGradients()
{
    const torch::NoGradGuard noGradients;
    std::vector<torch::Tensor> sums = first().parameters();
    for (size_t k = 1; k < size(); ++k) {
        const std::vector<torch::Tensor> parts = at(k).parameters();
        for (size_t i = 0; i < sums.size(); ++i) {
            const torch::Tensor part = parts[i].grad();
            if (!part.defined())
                continue;
            const torch::Tensor moved = part.to(sums[i].device());
            torch::Tensor &sum = sums[i].mutable_grad();
            sum = sum.defined() ? sum.add_(moved) : moved;
            parts[i].mutable_grad().reset();
        }
    }
}

void Replicas::forgetGradients()
{
    for (const auto &network : m_networks)
        for (const torch::Tensor &parameter : network->parameters())
            parameter.mutable_grad().reset();
}

void Replicas::averageStatistics()
{
    if (size() == 1)
        return;
    const torch::NoGradGuard noGradients;
    std::vector<torch::Tensor> means = first().buffers();
    for (size_t k = 1; k < size(); ++k) {
        const std::vector<torch::Tensor> parts = at(k).buffers();
        for (size_t i = 0; i < means.size(); ++i)
            if (means[i].is_floating_point())
                means[i].add_(parts[i].to(means[i].device()));
    }
    for (torch::Tensor &mean : means)
        if (mean.is_floating_point())
            mean.div_(double(size()));
    spread(/*withStatistics=*/true);
}

Replicas makeReplicas(const std::shared_ptr<SsdNetworkImpl> &network, const NetworkSpec &spec,
                      const std::vector<torch::Device> &devices)
{
    std::vector<std::shared_ptr<SsdNetworkImpl>> networks{network};
    for (size_t k = 1; k < devices.size(); ++k)
        networks.push_back(makeNetwork(spec));
    for (size_t k = 0; k < devices.size(); ++k) {
        moveTo(devices[k], *networks[k]);
        const std::vector<torch::Tensor> learned = network->parameters();
        std::vector<torch::Tensor> copies = networks[k]->parameters();
        for (size_t i = 0; i < copies.size(); ++i)
            copies[i].set_requires_grad(learned[i].requires_grad());
    }
    Replicas replicas(std::move(networks));
    replicas.spread(/*withStatistics=*/true);
    return replicas;
}

} // namespace boxwright::ssd
