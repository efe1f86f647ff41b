// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/hyperparameters.h"
#include "core/ssd/adadelta.h"
#include "core/ssd/adam.h"
#include "core/ssd/rmsprop.h"
#include "core/ssd/sgd.h"

namespace boxwright::ssd {

namespace {

using MakeOptimiser = std::unique_ptr<Optimiser> (*)(const SsdNetworkImpl &, const Hyperparameters &);

std::unique_ptr<Optimiser> makeSgd(const SsdNetworkImpl &network, const Hyperparameters &values)
{
    return std::make_unique<Sgd>(network, values.momentum, OptimiserOptions{.weightDecay = values.weightDecay});
}

std::unique_ptr<Optimiser> makeAdam(const SsdNetworkImpl &network, const Hyperparameters & /*values*/)
{
    return std::make_unique<Adam>(network, OptimiserOptions{});
}

std::unique_ptr<Optimiser> makeRmsProp(const SsdNetworkImpl &network, const Hyperparameters &values)
{
    constexpr double kShare = 0.1; // mxnet-ssd hands rmsprop a tenth of the learning rate
    const OptimiserOptions options{.weightDecay = values.weightDecay, .rateFactor = kShare};
    return std::make_unique<RmsProp>(network, options);
}

std::unique_ptr<Optimiser> makeAdaDelta(const SsdNetworkImpl &network, const Hyperparameters & /*values*/)
{
    return std::make_unique<AdaDelta>(network, OptimiserOptions{});
}

struct OptimiserKind
{
    const char *name;
    MakeOptimiser make;
};

constexpr OptimiserKind kOptimisers[]{
    {"sgd", makeSgd}, {"adam", makeAdam}, {"rmsprop", makeRmsProp}, {"adadelta", makeAdaDelta}};

} // namespace

std::unique_ptr<Optimiser> makeOptimiser(const SsdNetworkImpl &network, const Hyperparameters &hyperparameters)
{
    for (const OptimiserKind &kind : kOptimisers)
        if (hyperparameters.optimizer == QLatin1String(kind.name))
            return kind.make(network, hyperparameters);
    return nullptr;
}

} // namespace boxwright::ssd
