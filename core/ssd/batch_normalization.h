// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace boxwright::ssd {

enum class Activation
{
    None,
    Relu,
    Relu6
};

/// How the numbers of a channel are added up.
enum class NormSums
{
    Exact,   ///< in double where it matters
    OneByOne ///< in float32, one after the other, as MXNet's code for processors: over a quarter of a million pixels
             ///< the variance is off by a thousandth. Only to compare with it; the cloud's GPUs add otherwise.
};

/// Where frameworks differ. The defaults are torch's.
struct NormRules
{
    double epsilon = 1e-5;
    double momentum = 0.1;         ///< share of the batch in the running statistics
    bool isVarianceBiased = false; ///< of the running variance: MXNet's is
    NormSums sums = NormSums::Exact;
    bool isGammaFixed = false; ///< MXNet's fix_gamma: gamma counts as 1 and its gradient is 0
};

/// Parameters and running statistics of one layer, (C) float32 each.
struct NormTensors
{
    torch::Tensor gamma;
    torch::Tensor beta;
    torch::Tensor runningMean;
    torch::Tensor runningVar;
};

/// Batch normalisation with the activation behind it, in as few passes over memory as arithmetic allows: on a CPU it is
/// bound by memory traffic. Training reads its input twice and writes once forward, reads input and gradient twice and
/// writes once backward; torch's own batch_norm and hardtanh_ need twice that. Works on channels-last tensors (others
/// are converted). `x` (B, C, H, W) is normalised by its own statistics, which the running ones follow.
torch::Tensor normalizeBatch(const torch::Tensor &x, const NormTensors &norm, const NormRules &rules,
                             Activation activation);

/// The same by the running statistics, for evaluation.
torch::Tensor normalizeRunning(const torch::Tensor &x, const NormTensors &norm, const NormRules &rules,
                               Activation activation);

/// normalizeRunning() is scale * x + shift before the activation: what the convolution in front can take over.
torch::Tensor runningScale(const NormTensors &norm, const NormRules &rules);
torch::Tensor runningShift(const NormTensors &norm, const NormRules &rules);

/// In place; for convolutions that have taken over scale and shift.
torch::Tensor activate(torch::Tensor x, Activation activation);

} // namespace boxwright::ssd
