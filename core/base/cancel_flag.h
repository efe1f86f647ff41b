// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace boxwright {

/// Asks a running piece of work to stop. Copies share one flag, so the asker keeps one and the worker another.
/// Thread-safe. Workers look at it inside their innermost loop that takes longer than about 50 ms.
class CancelFlag
{
public:
    void cancel() { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

} // namespace boxwright
