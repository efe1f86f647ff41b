// SPDX-License-Identifier: GPL-3.0-or-later
// The fuzz target of one format, whose id CMake gives.
#include "tests/fuzz/format_check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    boxwright::checkFormat(FUZZED_FORMAT, data, size);
    return 0;
}
