// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QElapsedTimer>

namespace boxwright::cli {

/// "9 s", "3 min 20 s", "1 h 5 min", translated.
QString durationText(double seconds);

/// What a line of progress says, without a bar: phase, share, rate and time left as far as they are known. `detail`
/// (may be empty) stands in the place of the plain rate.
QString progressText(const Progress &progress, const QString &detail);

/// Decides when progress is shown and how: a bar that is redrawn on a terminal, a line now and then elsewhere. Fills in
/// rate and time left where the worker gives none. Not thread-safe: the Console guards it.
class ProgressLine
{
public:
    /// `columns` is the terminal's width; 0: no terminal.
    explicit ProgressLine(int columns)
        : m_columns(columns)
    {
    }

    /// What to write now, line ends and control characters included; empty for nothing yet.
    QString update(Progress progress, const QString &detail);
    /// What takes an open bar off the terminal; empty where there is none.
    QString clear();

private:
    [[nodiscard]] QString bar(const Progress &progress, const QString &detail) const;
    void beginPhase(const Progress &progress);

    int m_columns = 0;
    bool m_isBarShown = false;
    bool m_isFinishShown = false;
    QString m_phase;
    qint64 m_firstDone = 0;
    QElapsedTimer m_sincePhase;
    QElapsedTimer m_sinceShown;
};

} // namespace boxwright::cli
