// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace boxwright {

/// Makes the calling thread, and every thread that it starts from then on, give way to the window: on Linux, where
/// QThread's priorities do nothing for ordinary threads, by its nice value; elsewhere QThread::LowPriority does it.
/// Called first thing on a thread that computes for long.
void yieldToTheWindow();

} // namespace boxwright
