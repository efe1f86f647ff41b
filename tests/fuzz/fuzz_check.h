// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>

namespace boxwright {

/// A claim of a fuzz target. It holds in every build type, and ends the program where it does not: that is what
/// libFuzzer takes for a finding.
inline void fuzzCheck(bool holds, const char *claim)
{
    if (holds)
        return;
    std::fprintf(stderr, "not true: %s\n", claim);
    std::abort();
}

} // namespace boxwright
