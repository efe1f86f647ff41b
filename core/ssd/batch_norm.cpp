// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/batch_norm.h"

namespace boxwright::ssd {

BatchNormImpl::BatchNormImpl(int64_t channels)
    : m_tensors{register_parameter("weight", torch::ones({channels})),
                register_parameter("bias", torch::zeros({channels})),
                register_buffer("running_mean", torch::zeros({channels})),
                register_buffer("running_var", torch::ones({channels}))}
    , m_batches(register_buffer("num_batches_tracked", torch::zeros({}, torch::kInt64)))
{
}

torch::Tensor BatchNormImpl::forward(const torch::Tensor &x, Activation activation)
{
    if (!is_training())
        return normalizeRunning(x, m_tensors, {}, activation);
    m_batches.add_(1);
    return normalizeBatch(x, m_tensors, {}, activation);
}

torch::Tensor BatchNormImpl::evaluationScale() const
{
    return runningScale(m_tensors, {}).detach();
}

torch::Tensor BatchNormImpl::evaluationShift() const
{
    return runningShift(m_tensors, {}).detach();
}

} // namespace boxwright::ssd
