// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/early_stopping.h"

#include <algorithm>

namespace boxwright::ssd {

EarlyStopping::EarlyStopping(const Hyperparameters &hyperparameters)
    : m_isOn(hyperparameters.earlyStopping)
    , m_minEpochs(hyperparameters.earlyStoppingMinEpochs)
    , m_patience(hyperparameters.earlyStoppingPatience)
    , m_tolerance(hyperparameters.earlyStoppingTolerance)
{
}

bool EarlyStopping::take(int epoch, double map)
{
    const bool isBest = map > m_bestMap;
    const bool isEnough = m_bestMap <= 0 ? isBest : (map - m_bestMap) / m_bestMap > m_tolerance;
    if (isEnough)
        m_lastImprovement = epoch;
    if (isBest) {
        m_bestMap = map;
        m_bestEpoch = epoch;
    }
    return isBest;
}

bool EarlyStopping::isOver(int epoch) const
{
    return m_isOn && epoch >= m_minEpochs && epoch - m_lastImprovement >= m_patience;
}

void EarlyStopping::restore(double bestMap, int bestEpoch, int lastImprovement)
{
    m_bestMap = bestMap;
    m_bestEpoch = bestEpoch;
    m_lastImprovement = lastImprovement;
}

} // namespace boxwright::ssd
