// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/hyperparameters.h"

namespace boxwright::ssd {

/// How far a training is.
struct TrainingProgress
{
    qint64 step = 0;     ///< steps done
    double fraction = 0; ///< 0..1 of the whole run, by steps or by time
};

/// The learning rate of each step. It starts with a short rise, which a network with new layers needs, unless it is to
/// be SageMaker's to the letter.
class LearningRate
{
public:
    /// SageMaker's schedule: times lr_scheduler_factor at each epoch of lr_scheduler_step.
    static LearningRate bySteps(const Hyperparameters &hyperparameters, qint64 batchesPerEpoch, bool warmsUp = true);
    /// Fitted to a run that time limits: falls with half a cosine to nearly nothing, wherever the time ends.
    static LearningRate byTime(const Hyperparameters &hyperparameters);

    [[nodiscard]] double at(const TrainingProgress &progress) const;

private:
    LearningRate() = default;
    [[nodiscard]] double warmUp(const TrainingProgress &progress) const;
    [[nodiscard]] double decay(const TrainingProgress &progress) const;

    double m_base = 0;
    double m_factor = 1;
    QList<qint64> m_drops; ///< steps
    double m_warmUpSteps = 1;
    bool m_isByTime = false;
};

} // namespace boxwright::ssd
