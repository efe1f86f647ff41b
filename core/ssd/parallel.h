// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <algorithm>
#include <exception>

namespace boxwright::ssd {

/// Loops that are worth several versions of machine code get one per instruction set, chosen when the program starts
/// (by what the processor can do: "arch=..." would ask for its make and leave AMD's with the oldest).
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__linux__)
#define BOXWRIGHT_VECTOR_CLONES __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define BOXWRIGHT_VECTOR_CLONES
#endif

/// Runs work(begin, end, part) on at most torch's number of threads, each with one contiguous part of 0..count and
/// its number: the parts depend on count, grain and the number of threads only, so that sums over them come out the
/// same each time. Unlike at::parallel_for it never asks another OpenMP runtime for the number of threads (the official
/// LibTorch carries its own). `work` must not throw.
template<class Work>
void parallelParts(int64_t count, int64_t grain, const Work &work)
{
    const int64_t wanted = (count + grain - 1) / std::max<int64_t>(grain, 1);
    const int parts = int(std::clamp<int64_t>(wanted, 1, at::get_num_threads()));
    const int64_t share = (count + parts - 1) / parts;
#pragma omp parallel for num_threads(parts) schedule(static, 1) if (parts > 1)
    for (int part = 0; part < parts; ++part)
        work(std::min(count, part * share), std::min(count, (part + 1) * share), part);
}

} // namespace boxwright::ssd
