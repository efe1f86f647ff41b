// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <deque>
#include <utility>

namespace boxwright::ssd {

/// Time of a run without its pauses, those before it was resumed included; and the rate of the last steps.
class RunClock
{
public:
    explicit RunClock(double secondsBefore);

    [[nodiscard]] double seconds() const;
    void pause();
    void proceed();

    /// Tells a step done.
    void addStep(qint64 images);
    /// Images per second over the last steps; 0 before the second.
    [[nodiscard]] double imagesPerSecond() const;

private:
    QElapsedTimer m_timer;
    double m_secondsBefore = 0;
    bool m_isPaused = false;
    std::deque<std::pair<double, qint64>> m_steps; ///< time of its end, images
};

} // namespace boxwright::ssd
