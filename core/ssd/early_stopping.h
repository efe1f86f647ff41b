// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/hyperparameters.h"

namespace boxwright::ssd {

/// Which epoch is the best so far, and whether going on is still worth it (facts 1.1: relative improvement above the
/// tolerance, patience in epochs, from a least number of epochs on).
class EarlyStopping
{
public:
    explicit EarlyStopping(const Hyperparameters &hyperparameters);

    /// Tells an evaluated epoch; true where it is the best so far.
    bool take(int epoch, double map);
    [[nodiscard]] bool isOver(int epoch) const;

    [[nodiscard]] double bestMap() const { return m_bestMap; }
    [[nodiscard]] int bestEpoch() const { return m_bestEpoch; }
    [[nodiscard]] int lastImprovement() const { return m_lastImprovement; }
    void restore(double bestMap, int bestEpoch, int lastImprovement);

private:
    bool m_isOn = false;
    int m_minEpochs = 0;
    int m_patience = 0;
    double m_tolerance = 0;
    double m_bestMap = -1;
    int m_bestEpoch = 0;
    int m_lastImprovement = 0; ///< the last epoch that was better by more than the tolerance
};

} // namespace boxwright::ssd
