// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/run_clock.h"

namespace boxwright::ssd {

RunClock::RunClock(double secondsBefore)
    : m_secondsBefore(secondsBefore)
{
    m_timer.start();
}

double RunClock::seconds() const
{
    return m_secondsBefore + (m_isPaused ? 0 : static_cast<double>(m_timer.nsecsElapsed()) * 1e-9);
}

void RunClock::pause()
{
    if (m_isPaused)
        return;
    m_secondsBefore = seconds();
    m_isPaused = true;
}

void RunClock::proceed()
{
    if (!m_isPaused)
        return;
    m_isPaused = false;
    m_timer.start();
}

void RunClock::addStep(qint64 images)
{
    constexpr size_t kSteps = 24;
    m_steps.emplace_back(seconds(), images);
    if (m_steps.size() > kSteps)
        m_steps.pop_front();
}

double RunClock::imagesPerSecond() const
{
    if (m_steps.size() < 2)
        return 0;
    qint64 images = 0;
    for (size_t i = 1; i < m_steps.size(); ++i)
        images += m_steps[i].second;
    const double seconds = m_steps.back().first - m_steps.front().first;
    return seconds > 0 ? static_cast<double>(images) / seconds : 0;
}

} // namespace boxwright::ssd
