// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace boxwright {
struct Hyperparameters;
}

namespace boxwright::ssd {

/// MXNet's lr_mult and wd_mult of one parameter.
struct Multipliers
{
    double rate = 1;
    double decay = 1;
};

/// mxnet-ssd's rules by name (facts 2.1, 2.8): weight decay acts on names that end in weight or gamma, a tenth of it on
/// relu4_3_scale, and biases of extra maps and heads learn twice as fast.
Multipliers ssdMultipliers(std::string_view name);

/// What all optimisers know.
struct OptimiserOptions
{
    double weightDecay = 0;
    double rescale = 1;    ///< of each gradient, before everything else
    double clip = -1;      ///< bound of each gradient element; below 0: none
    double rateFactor = 1; ///< of the rate that step() is told
    std::function<Multipliers(std::string_view)> multipliers = ssdMultipliers;
};

/// Changes parameters by their gradients, as MXNet 1.3 to 1.5 does it, in one pass over each. A subclass is one rule,
/// element by element; its memory (momentum, means) is kept here under names, for checkpoints.
class Optimiser
{
public:
    virtual ~Optimiser() = default;
    Optimiser(const Optimiser &) = delete;
    Optimiser &operator=(const Optimiser &) = delete;

    /// Takes the gradients and forgets them. A parameter without gradient stays as it is.
    void step(double learningRate);
    /// The same in the way of a device other than the processor, wherever the parameters are; step() chooses it there.
    void stepOnDevice(double learningRate);

    /// All that step() remembers, by name ("momentum/conv0_weight", "updates"): the optimiser's own tensors. Who copies
    /// a checkpoint into them goes on where that was written.
    [[nodiscard]] std::map<std::string, torch::Tensor> state() const;

protected:
    /// Parameters that need a gradient; the network lives longer than this. One tensor of zeros for each parameter and
    /// each of the `memories` (at most two).
    Optimiser(const SsdNetworkImpl &network, const OptimiserOptions &options, const std::vector<std::string> &memories);

    /// A piece of a parameter.
    struct Piece
    {
        float *weight = nullptr;
        const float *gradient = nullptr;
        std::array<float *, 2> memory{};
        int64_t size = 0;
    };
    /// Numbers of one parameter in this step.
    struct Rates
    {
        float rate = 0;
        float decay = 0;
        float rescale = 1;
        float clip = 0;     ///< infinity: none
        qint64 updates = 1; ///< this one included
    };
    /// Called for the pieces of all parameters, by several threads at a time. By value: what a loop reads must not be
    /// something that its writes might change.
    virtual void update(Piece piece, Rates rates) const = 0;

    /// Parameters that share their rates, whole.
    struct Group
    {
        std::vector<torch::Tensor> weights;
        std::vector<torch::Tensor> gradients; ///< may be changed: they are forgotten afterwards
        std::array<std::vector<torch::Tensor>, 2> memory;
    };
    /// The same rule by torch's operators over lists, for parameters outside the processor's memory.
    virtual void updateOnDevice(Group group, Rates rates) const = 0;

    /// slope = rescale * gradient + decay * weight, within the clip; in place. `decay` 0 where the rule adds it
    /// elsewhere.
    static void makeSlopes(const Group &group, Rates rates, float decay);

private:
    struct Slot
    {
        std::string name;
        torch::Tensor weight;
        std::vector<torch::Tensor> memory; ///< same strides as the weight
        Multipliers multipliers;
    };
    void updateSlot(Slot &slot, double learningRate) const;
    [[nodiscard]] Rates ratesFor(const Multipliers &multipliers, double learningRate) const;

    OptimiserOptions m_options;
    std::vector<std::string> m_memories;
    std::vector<Slot> m_slots;
    torch::Tensor m_updates; ///< int64 scalar
};

/// The optimiser that `optimizer`, `momentum` and `weight_decay` name, with mxnet-ssd's settings of each (facts 2.8):
/// rmsprop takes a tenth of the learning rate, adam and adadelta do without weight decay, adadelta without learning
/// rate. Null for an unknown name.
std::unique_ptr<Optimiser> makeOptimiser(const SsdNetworkImpl &network, const Hyperparameters &hyperparameters);

} // namespace boxwright::ssd
