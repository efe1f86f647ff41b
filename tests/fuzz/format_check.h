// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace boxwright {

/// A stranger's data set of that format: the bytes, parted by lines "====", become its files (see format_check.cpp).
/// It is read or refused with a reason; boxes that come out of it have an area, numbers and a class; no image outside
/// its folder is found; what was read is written, and comes back the same.
void checkFormat(const char *format, const unsigned char *data, std::size_t size);

} // namespace boxwright
