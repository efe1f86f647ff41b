// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/sgd.h"

#include <torch/torch.h>

#include <string_view>

namespace boxwright::ssd {

namespace {

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

double decayFactor(std::string_view name)
{
    constexpr double kScaleFactor = 0.1; // wd_mult of relu4_3_scale
    if (endsWith(name, "scale"))
        return kScaleFactor;
    return endsWith(name, "weight") || endsWith(name, "gamma") ? 1 : 0;
}

/// Layers that the SSD builder adds to the base network, in our names and in MXNet's.
bool isAddedLayer(std::string_view name)
{
    for (std::string_view part : {"extra", "head", "multi_feat", "pred_conv"}) {
        if (name.find(part) != std::string_view::npos)
            return true;
    }
    return false;
}

double rateFactor(std::string_view name)
{
    return endsWith(name, "bias") && isAddedLayer(name) ? 2 : 1;
}

} // namespace

Sgd::Sgd(const SsdNetworkImpl &network, const SgdOptions &options)
    : m_momentum(options.momentum)
{
    for (const auto &parameter : network.named_parameters()) {
        if (!parameter.value().requires_grad())
            continue;
        m_slots.push_back({parameter.key(), parameter.value(), torch::zeros_like(parameter.value()).detach(),
                           options.weightDecay * decayFactor(parameter.key()), rateFactor(parameter.key())});
    }
}

void Sgd::step(double learningRate)
{
    const torch::NoGradGuard noGradients;
    for (Slot &slot : m_slots)
        update(slot, learningRate);
}

void Sgd::update(Slot &slot, double learningRate) const
{
    torch::Tensor &gradient = slot.weight.mutable_grad();
    if (!gradient.defined())
        return;
    if (gradient.strides() != slot.weight.strides())
        gradient = torch::empty_like(slot.weight).copy_(gradient);
    const auto rate = static_cast<float>(learningRate * slot.rateFactor);
    const auto decay = static_cast<float>(slot.decay);
    const auto keep = static_cast<float>(m_momentum);
    float *weight = slot.weight.data_ptr<float>();
    float *momentum = slot.momentum.data_ptr<float>();
    const float *slope = gradient.data_ptr<float>();
    constexpr int64_t kGrain = 65'536;
    at::parallel_for(0, slot.weight.numel(), kGrain, [=](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; ++i) {
            momentum[i] = keep * momentum[i] - rate * (slope[i] + decay * weight[i]);
            weight[i] += momentum[i];
        }
    });
    gradient.reset();
}

std::map<std::string, torch::Tensor> Sgd::momenta() const
{
    std::map<std::string, torch::Tensor> result;
    for (const Slot &slot : m_slots)
        result[slot.name] = slot.momentum;
    return result;
}

bool Sgd::setMomenta(const std::map<std::string, torch::Tensor> &momenta)
{
    for (Slot &slot : m_slots) {
        const auto found = momenta.find(slot.name);
        if (found == momenta.end() || found->second.sizes() != slot.momentum.sizes())
            return false;
        slot.momentum.copy_(found->second);
    }
    return true;
}

} // namespace boxwright::ssd
