// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/kept_memory.h"

#include <torch/torch.h>

#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <unordered_map>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace boxwright::ssd {

namespace {

constexpr std::size_t kAlignment = 64; // a cache line, and what torch's kernels expect
constexpr std::size_t kHugePage = std::size_t{2} << 20;
constexpr std::size_t kSmallest = std::size_t{16} << 10; // below that malloc keeps memory itself

/// Stands before each block; as large as the alignment, so that the block behind it is aligned.
struct alignas(kAlignment) Header
{
    std::size_t bytes = 0; ///< of header and block together
    bool isPooled = false;
};
static_assert(sizeof(Header) == kAlignment);

/// Eight sizes to each power of two, so that at most an eighth is wasted; whole huge pages for large blocks.
std::size_t sizeClass(std::size_t bytes)
{
    if (bytes > 4 * kHugePage)
        return (bytes + kHugePage - 1) / kHugePage * kHugePage;
    const std::size_t step = std::bit_floor(bytes) / 8;
    return (bytes + step - 1) / step * step;
}

/// The allocator that torch asks. It stays registered for good, since torch offers no way back; without a KeptMemory
/// it takes and frees as torch's own does. Lives as long as the process: tensors may outlive everything else.
class BlockPool final : public c10::Allocator
{
public:
    // torch asks for allocate() const up to 2.2 and for allocate() and copy_data() later: one of each pair overrides.
    c10::DataPtr allocate(std::size_t bytes) const { return dataPtr(bytes); } // NOLINT: see above
    c10::DataPtr allocate(std::size_t bytes) { return dataPtr(bytes); }       // NOLINT: see above
    void copy_data(void *target, const void *source, std::size_t bytes) const { std::memcpy(target, source, bytes); }

    c10::DeleterFnPtr raw_deleter() const override { return &BlockPool::release; }

    void addUser(KeptMemory::Of of)
    {
        const std::scoped_lock lock(m_mutex);
        ++m_users;
        if (of == KeptMemory::Of::Training && m_trainings++ == 0)
            keepMallocMemory(true);
    }

    void removeUser(KeptMemory::Of of)
    {
        const std::scoped_lock lock(m_mutex);
        --m_users;
        dropIdle();
        if (of == KeptMemory::Of::Training && --m_trainings == 0)
            keepMallocMemory(false);
    }

    std::size_t idleBytes() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_idleBytes;
    }

    std::size_t heldBytes() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_heldBytes;
    }

    static BlockPool &instance()
    {
        static BlockPool *const pool = [] {
            constexpr uint8_t kPriority = 100; // above torch's own
            auto *made = new BlockPool;        // never freed, see above
            c10::SetCPUAllocator(made, kPriority);
            return made;
        }();
        return *pool;
    }

private:
    c10::DataPtr dataPtr(std::size_t bytes) const
    {
        void *data = bytes > 0 ? take(bytes) : nullptr;
        return {data, data, &BlockPool::release, c10::Device(c10::DeviceType::CPU)};
    }

    void *take(std::size_t bytes) const
    {
        TORCH_CHECK(bytes < SIZE_MAX / 2, "out of memory: ", bytes, " bytes asked for");
        const std::scoped_lock lock(m_mutex);
        const bool isPooled = m_users > 0 && bytes >= kSmallest;
        const std::size_t whole = isPooled ? sizeClass(bytes + sizeof(Header)) : bytes + sizeof(Header);
        void *memory = nullptr;
        const auto idle = isPooled ? m_idle.find(whole) : m_idle.end();
        if (idle != m_idle.end() && !idle->second.empty()) {
            memory = idle->second.back();
            idle->second.pop_back();
            m_idleBytes -= whole;
        } else {
            memory = fresh(whole, isPooled);
        }
        auto *header = new (memory) Header{whole, isPooled};
        return header + 1;
    }

    void dropIdle() const
    {
        for (auto &[bytes, blocks] : m_idle) {
            for (void *block : blocks)
                giveBack(block, bytes);
        }
        m_idle.clear();
        m_idleBytes = 0;
    }

    /// nullptr where the system has no more.
    static void *allocated(std::size_t bytes, std::size_t alignment)
    {
#ifdef _WIN32
        return _aligned_malloc(bytes, alignment);
#else
        void *memory = nullptr;
        return posix_memalign(&memory, alignment, bytes) == 0 ? memory : nullptr;
#endif
    }

    void *fresh(std::size_t bytes, bool isPooled) const
    {
        const bool isHuge = isPooled && bytes >= kHugePage;
        const std::size_t alignment = isHuge ? kHugePage : kAlignment;
        void *memory = allocated(bytes, alignment);
        if (!memory) { // what is kept for later may be what is lacking now
            dropIdle();
            memory = allocated(bytes, alignment);
        }
        TORCH_CHECK(memory, "out of memory: ", bytes, " bytes asked for");
#ifdef __linux__
        if (isHuge)
            madvise(memory, bytes, MADV_HUGEPAGE);
#endif
        m_heldBytes += isPooled ? bytes : 0;
        return memory;
    }

    void giveBack(void *memory, std::size_t pooledBytes) const
    {
        m_heldBytes -= pooledBytes;
#ifdef _WIN32
        _aligned_free(memory);
#else
        std::free(memory);
#endif
    }

    static void release(void *data)
    {
        if (!data)
            return;
        const BlockPool &pool = instance();
        Header *header = static_cast<Header *>(data) - 1;
        const std::scoped_lock lock(pool.m_mutex);
        if (header->isPooled && pool.m_users > 0) {
            pool.m_idleBytes += header->bytes;
            pool.m_idle[header->bytes].push_back(header);
        } else {
            pool.giveBack(header, header->isPooled ? header->bytes : 0);
        }
    }

    /// oneDNN takes its scratch memory from malloc: let that keep it as well.
    static void keepMallocMemory([[maybe_unused]] bool isKept)
    {
#ifdef __GLIBC__
        constexpr int kLargest = 32 << 20;   // the most that glibc allows
        constexpr int kStandard = 128 << 10; // glibc's start values
        mallopt(M_MMAP_THRESHOLD, isKept ? kLargest : kStandard);
        mallopt(M_TRIM_THRESHOLD, isKept ? INT32_MAX : kStandard);
        if (!isKept)
            malloc_trim(0);
#endif
    }

    mutable std::mutex m_mutex;
    mutable std::unordered_map<std::size_t, std::vector<void *>> m_idle;
    mutable std::size_t m_idleBytes = 0;
    mutable std::size_t m_heldBytes = 0;
    int m_users = 0;
    int m_trainings = 0; ///< of the users
};

} // namespace

KeptMemory::KeptMemory(Of of)
    : m_of(of)
{
    BlockPool::instance().addUser(m_of);
}

KeptMemory::~KeptMemory()
{
    BlockPool::instance().removeUser(m_of);
}

void KeptMemory::install()
{
    BlockPool::instance();
}

std::size_t KeptMemory::idleBytes()
{
    return BlockPool::instance().idleBytes();
}

std::size_t KeptMemory::heldBytes()
{
    return BlockPool::instance().heldBytes();
}

} // namespace boxwright::ssd
