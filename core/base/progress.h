// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace boxwright {

/// How far a piece of work is.
struct Progress
{
    QString phase;           ///< what is being done, translated ("Reading annotations")
    qint64 done = 0;         ///< units finished
    qint64 total = 0;        ///< units in all; 0 while unknown
    double rate = 0;         ///< units per second, 0 while unknown
    double secondsLeft = -1; ///< negative while unknown
    bool isShare = false;    ///< done of total is a share of the work, in no unit that means anything to a person
};

/// Hears of progress; called on the worker's thread, at most some ten times a second.
using ProgressSink = std::function<void(const Progress &)>;

} // namespace boxwright
