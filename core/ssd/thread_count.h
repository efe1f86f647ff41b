// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace boxwright::ssd {

/// Threads that a job gets: as many as asked, else one fewer than cores, so that the window keeps one; at least one.
int threadCount(int asked);

} // namespace boxwright::ssd
