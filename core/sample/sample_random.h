// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace boxwright {

/// Random numbers that are the same with every compiler and standard library (SplitMix64, Steele et al. 2014).
/// Not thread-safe; each scene has its own, so that a scene does not depend on those before it.
class SampleRandom
{
public:
    explicit SampleRandom(quint64 seed)
        : m_state(seed)
    {
    }

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
