// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/background_thread.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace boxwright {

void yieldToTheWindow()
{
#ifdef Q_OS_LINUX
    // 0 is the calling thread; threads inherit the value. A refusal only costs smoothness, so it is not an error.
    constexpr int kBackgroundNice = 10;
    if (getpriority(PRIO_PROCESS, 0) < kBackgroundNice)
        setpriority(PRIO_PROCESS, 0, kBackgroundNice);
#endif
}

} // namespace boxwright
