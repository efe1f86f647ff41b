// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace boxwright {

/// Where a detector is to compute, as a person says it: "auto" (the first GPU, else the processor), "cpu", "cuda" (the
/// first GPU), "cuda:1", "cuda:0,2" (several GPUs share each batch of a training), "cuda:all".
class DeviceChoice
{
public:
    enum class Kind
    {
        Automatic,
        Processor,
        Gpus,
        AllGpus
    };

    DeviceChoice() = default; ///< automatic
    static DeviceChoice processor();
    static DeviceChoice gpus(std::vector<int> numbers); ///< counted from 0
    /// Fails with the text and what may stand in its place.
    static Result<DeviceChoice> parse(const QString &text);

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// One or more GPUs are named; an automatic choice names none.
    [[nodiscard]] bool isGpu() const { return m_kind == Kind::Gpus || m_kind == Kind::AllGpus; }
    [[nodiscard]] const std::vector<int> &gpus() const { return m_gpus; } ///< of Kind::Gpus, at least one, each once
    [[nodiscard]] QString text() const;

    bool operator==(const DeviceChoice &) const = default;

private:
    Kind m_kind = Kind::Automatic;
    std::vector<int> m_gpus;
};

/// What convolutions compute in; weights that learn, norms, heads, losses and the optimiser are float32 in any case.
enum class ComputePrecision
{
    Float32,
    Mixed ///< bfloat16, where the device multiplies it faster (AVX-512 BF16, AMX, GPUs since Ampere); elsewhere as
          ///< Float32
};

/// Something that this machine and this build of LibTorch compute on.
struct ComputeDevice
{
    DeviceChoice choice;
    QString name;               ///< as people know it, translated
    bool isMixedFaster = false; ///< it multiplies bfloat16 faster than float32
};

/// The choice, or where it is automatic and there is a GPU, the first one. `devices` as DetectorBackend::devices().
DeviceChoice decided(const DeviceChoice &choice, const std::vector<ComputeDevice> &devices);

} // namespace boxwright
