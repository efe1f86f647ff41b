// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QElapsedTimer>

namespace boxwright {

/// Tells a sink of progress some ten times a second and at the end, with rate and time left. Lives in one loop.
class ProgressTicker
{
public:
    ProgressTicker(const ProgressSink &sink, QString phase);

    /// Cheap; call it for every unit.
    void tell(qint64 done, qint64 total);

private:
    const ProgressSink &m_sink;
    const QString m_phase;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceTold;
};

} // namespace boxwright
