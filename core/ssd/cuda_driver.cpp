// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/cuda_driver.h"

#include <QLibrary>

#include <array>

namespace boxwright::ssd {

namespace {

// Of cuda.h, CUDA driver API 12.
using CudaInit = int (*)(unsigned int flags);
using CudaDeviceGet = int (*)(int *device, int ordinal);
using CudaDeviceGetName = int (*)(char *name, int length, int device);
using CudaDeviceGetAttribute = int (*)(int *value, int attribute, int device);
constexpr int kCudaSuccess = 0;
constexpr int kCapabilityMajor = 75; // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR

template<class Function>
Function resolved(QLibrary &library, const char *name)
{
    return reinterpret_cast<Function>(library.resolve(name));
}

} // namespace

GpuFacts gpuFacts(int number)
{
#ifdef Q_OS_WIN
    QLibrary driver(QStringLiteral("nvcuda"));
#else
    QLibrary driver(QStringLiteral("cuda"), 1);
#endif
    const auto init = resolved<CudaInit>(driver, "cuInit");
    const auto get = resolved<CudaDeviceGet>(driver, "cuDeviceGet");
    const auto getName = resolved<CudaDeviceGetName>(driver, "cuDeviceGetName");
    const auto getAttribute = resolved<CudaDeviceGetAttribute>(driver, "cuDeviceGetAttribute");
    int device = 0;
    if (!init || !get || !getName || !getAttribute || init(0) != kCudaSuccess || get(&device, number) != kCudaSuccess)
        return {};
    GpuFacts facts;
    std::array<char, 256> name{};
    if (getName(name.data(), int(name.size()) - 1, device) == kCudaSuccess)
        facts.name = QString::fromUtf8(name.data());
    if (getAttribute(&facts.generation, kCapabilityMajor, device) != kCudaSuccess)
        facts.generation = 0;
    return facts;
}

} // namespace boxwright::ssd
