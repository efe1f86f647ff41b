// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace boxwright::ssd {

/// While one of these lives, torch's CPU tensors take their memory from blocks that are kept when freed, sorted by
/// size, and lie in huge pages where they are large. Without it every large tensor is mapped, faulted in, zeroed and
/// unmapped at each step, which costs more time than the arithmetic (facts/cpu-speed.md: a factor of three). Whoever
/// goes gives back all that is not in use; what is in use goes back when it is freed and nobody is left.
/// Thread-safe.
class KeptMemory
{
public:
    enum class Of
    {
        Training, ///< what malloc hands out is kept as well, for oneDNN's scratch memory
        Detection ///< tensors alone: a detector may stay open as long as the window
    };

    explicit KeptMemory(Of of = Of::Training);
    ~KeptMemory();
    KeptMemory(const KeptMemory &) = delete;
    KeptMemory &operator=(const KeptMemory &) = delete;

    /// Makes torch ask for memory here, kept or not. To be called before torch computes anything: oneDNN gives its
    /// scratch memory back to whichever allocator is registered then, so that it must not change while it works.
    static void install();

    /// Bytes that lie idle, waiting to be used again.
    static std::size_t idleBytes();
    /// Bytes taken from the system and not given back, idle or in use; small blocks are not counted.
    static std::size_t heldBytes();

private:
    Of m_of;
};

} // namespace boxwright::ssd
