// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace boxwright {

/// Random numbers that are the same with every compiler and standard library (SplitMix64, Steele et al. 2014).
/// Not thread-safe; each scene and each augmented image has its own, so that none depends on those before it.
class SeededRandom
{
public:
    explicit SeededRandom(quint64 seed)
        : m_state(seed)
    {
    }
    /// Of one of many independent streams, as (seed, epoch, image).
    SeededRandom(quint64 seed, quint64 first, quint64 second);

    quint64 next();
    /// At least `low`, below `high`.
    double between(double low, double high);
    /// From `low` to `high`, both included.
    int wholeBetween(int low, int high);
    bool chance(double probability) { return between(0, 1) < probability; }

private:
    quint64 m_state;
};

} // namespace boxwright
