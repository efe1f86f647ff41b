// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/optimiser.h"

#include <cmath>
#include <limits>

namespace boxwright::ssd {

namespace {

bool hasEnding(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
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

double decayFactor(std::string_view name)
{
    constexpr double kScaleFactor = 0.1; // wd_mult of relu4_3_scale
    if (hasEnding(name, "scale"))
        return kScaleFactor;
    return hasEnding(name, "weight") || hasEnding(name, "gamma") ? 1 : 0;
}

} // namespace

Multipliers ssdMultipliers(std::string_view name)
{
    const bool isDoubled = hasEnding(name, "bias") && isAddedLayer(name);
    return {isDoubled ? 2.0 : 1.0, decayFactor(name)};
}

Optimiser::Optimiser(const SsdNetworkImpl &network, const OptimiserOptions &options,
                     const std::vector<std::string> &memories)
    : m_options(options)
    , m_memories(memories)
    , m_updates(torch::zeros({}, torch::kInt64))
{
    for (const auto &parameter : network.named_parameters()) {
        if (!parameter.value().requires_grad())
            continue;
        Slot slot{parameter.key(), parameter.value(), {}, options.multipliers(parameter.key())};
        for (size_t k = 0; k < memories.size(); ++k)
            slot.memory.push_back(torch::zeros_like(parameter.value()).detach());
        m_slots.push_back(std::move(slot));
    }
}

void Optimiser::step(double learningRate)
{
    if (!m_slots.empty() && !m_slots.front().weight.is_cpu())
        return stepOnDevice(learningRate);
    const torch::NoGradGuard noGradients;
    m_updates.add_(1);
    for (Slot &slot : m_slots)
        updateSlot(slot, learningRate);
}

Optimiser::Rates Optimiser::ratesFor(const Multipliers &multipliers, double learningRate) const
{
    Rates rates;
    rates.rate = static_cast<float>(learningRate * m_options.rateFactor * multipliers.rate);
    rates.decay = static_cast<float>(m_options.weightDecay * multipliers.decay);
    rates.rescale = static_cast<float>(m_options.rescale);
    rates.clip = m_options.clip < 0 ? std::numeric_limits<float>::infinity() : static_cast<float>(m_options.clip);
    rates.updates = m_updates.item<int64_t>();
    return rates;
}

void Optimiser::updateSlot(Slot &slot, double learningRate) const
{
    torch::Tensor &gradient = slot.weight.mutable_grad();
    if (!gradient.defined())
        return;
    if (gradient.strides() != slot.weight.strides())
        gradient = torch::empty_like(slot.weight).copy_(gradient);
    const Rates rates = ratesFor(slot.multipliers, learningRate);
    Piece whole{slot.weight.data_ptr<float>(), gradient.data_ptr<float>(), {}, slot.weight.numel()};
    for (size_t k = 0; k < slot.memory.size(); ++k)
        whole.memory[k] = slot.memory[k].data_ptr<float>();
    constexpr int64_t kGrain = 65'536;
    at::parallel_for(0, whole.size, kGrain, [&](int64_t begin, int64_t end) {
        Piece piece{whole.weight + begin, whole.gradient + begin, {}, end - begin};
        for (size_t k = 0; k < slot.memory.size(); ++k)
            piece.memory[k] = whole.memory[k] + begin;
        update(piece, rates);
    });
    gradient.reset();
}

void Optimiser::stepOnDevice(double learningRate)
{
    const torch::NoGradGuard noGradients;
    m_updates.add_(1);
    std::map<std::pair<double, double>, Group> groups; // a GPU is told of a whole list at once
    for (Slot &slot : m_slots) {
        torch::Tensor &gradient = slot.weight.mutable_grad();
        if (!gradient.defined())
            continue;
        Group &group = groups[{slot.multipliers.rate, slot.multipliers.decay}];
        group.weights.push_back(slot.weight);
        group.gradients.push_back(gradient);
        for (size_t k = 0; k < slot.memory.size(); ++k)
            group.memory[k].push_back(slot.memory[k]);
        gradient.reset();
    }
    for (const auto &[multipliers, group] : groups)
        updateOnDevice(group, ratesFor({multipliers.first, multipliers.second}, learningRate));
}

void Optimiser::makeSlopes(const Group &group, Rates rates, float decay)
{
    if (rates.rescale != 1)
        torch::_foreach_mul_(group.gradients, rates.rescale);
    if (decay != 0)
        torch::_foreach_add_(group.gradients, group.weights, decay);
    if (std::isinf(rates.clip))
        return;
    for (torch::Tensor gradient : group.gradients)
        gradient.clamp_(-rates.clip, rates.clip);
}

std::map<std::string, torch::Tensor> Optimiser::state() const
{
    std::map<std::string, torch::Tensor> tensors{{"updates", m_updates}};
    for (const Slot &slot : m_slots) {
        for (size_t k = 0; k < m_memories.size(); ++k)
            tensors[m_memories[k] + "/" + slot.name] = slot.memory[k];
    }
    return tensors;
}

} // namespace boxwright::ssd
