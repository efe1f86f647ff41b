// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/device_normalization.h"

namespace boxwright::ssd {

namespace {

/// MXNet's running variance is the biased one, which torch's operator would not keep.
void followBatch(const NormTensors &norm, const NormRules &rules, const torch::Tensor &mean,
                 const torch::Tensor &inverseDeviation)
{
    const torch::NoGradGuard noGradients;
    const torch::Tensor variance = (inverseDeviation.detach().pow(-2) - rules.epsilon).clamp_min_(0);
    torch::Tensor(norm.runningMean).lerp_(mean.detach(), rules.momentum);
    torch::Tensor(norm.runningVar).lerp_(variance, rules.momentum);
}

} // namespace

torch::Tensor normalizeBatchOnDevice(const torch::Tensor &x, const NormTensors &norm, const NormRules &rules,
                                     Activation activation)
{
    // A fixed gamma counts as 1 and has a gradient of 0.
    const torch::Tensor gamma = rules.isGammaFixed ? norm.gamma * 0 + 1 : norm.gamma;
    const bool followsByItself = !rules.isVarianceBiased;
    const auto [y, mean, inverseDeviation] = torch::native_batch_norm(
        x, gamma, norm.beta, followsByItself ? norm.runningMean : torch::Tensor(),
        followsByItself ? norm.runningVar : torch::Tensor(), /*training=*/true, rules.momentum, rules.epsilon);
    if (!followsByItself)
        followBatch(norm, rules, mean, inverseDeviation);
    return activate(y, activation);
}

} // namespace boxwright::ssd
