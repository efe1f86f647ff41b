// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace boxwright::ssd {

/// What CUDA's driver says of a GPU; builds of LibTorch without CUDA lack its headers, so its library is asked by name.
struct GpuFacts
{
    QString name;       ///< empty where the driver could not be asked
    int generation = 0; ///< major number of the compute capability: 8 is Ampere
};

/// `number` as LibTorch counts.
GpuFacts gpuFacts(int number);

} // namespace boxwright::ssd
