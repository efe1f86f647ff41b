// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/thread_count.h"

#include <QThread>

#include <algorithm>

namespace boxwright::ssd {

int threadCount(int asked)
{
    return asked > 0 ? asked : std::max(1, QThread::idealThreadCount() - 1);
}

} // namespace boxwright::ssd
