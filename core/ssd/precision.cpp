// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/precision.h"

namespace boxwright::ssd {

bool hasFastBfloat16()
{
#if defined(__GNUC__) && defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16") && at::hasMKLDNN();
#else
    return false;
#endif
}

torch::ScalarType inputType(TrainingPrecision precision)
{
    return precision == TrainingPrecision::Mixed && hasFastBfloat16() ? torch::kBFloat16 : torch::kFloat32;
}

} // namespace boxwright::ssd
