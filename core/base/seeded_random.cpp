// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/seeded_random.h"

namespace boxwright {

SeededRandom::SeededRandom(quint64 seed, quint64 first, quint64 second)
    : m_state(seed)
{
    m_state = next() ^ first;
    m_state = next() ^ second;
}

quint64 SeededRandom::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

double SeededRandom::between(double low, double high)
{
    constexpr double kUnit = 1.0 / 9007199254740992.0; // 2^-53
    return low + (high - low) * (static_cast<double>(next() >> 11) * kUnit);
}

int SeededRandom::wholeBetween(int low, int high)
{
    return low + static_cast<int>(next() % static_cast<quint64>(high - low + 1));
}

} // namespace boxwright
