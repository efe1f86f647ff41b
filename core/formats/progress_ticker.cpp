// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/progress_ticker.h"

#include <utility>

namespace boxwright {

namespace {

constexpr qint64 kIntervalMs = 100;

} // namespace

ProgressTicker::ProgressTicker(const ProgressSink &sink, QString phase)
    : m_sink(sink)
    , m_phase(std::move(phase))
{
    m_sinceStart.start();
}

void ProgressTicker::tell(qint64 done, qint64 total)
{
    const bool isLast = total > 0 && done >= total;
    if (!m_sink || (m_sinceTold.isValid() && m_sinceTold.elapsed() < kIntervalMs && !isLast))
        return;
    m_sinceTold.start();
    const double seconds = static_cast<double>(m_sinceStart.nsecsElapsed()) / 1e9;
    Progress progress{m_phase, done, total, 0, -1};
    if (done > 0 && seconds > 0) {
        progress.rate = static_cast<double>(done) / seconds;
        progress.secondsLeft = total > 0 ? static_cast<double>(total - done) / progress.rate : -1;
    }
    m_sink(progress);
}

} // namespace boxwright
