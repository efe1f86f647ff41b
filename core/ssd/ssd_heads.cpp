// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/ssd_heads.h"

namespace boxwright::ssd {

torch::Tensor flattenPredictions(const torch::Tensor &map, int64_t width)
{
    return map
        .permute({0, 2, 3, 1}) // (B, H, W, A * width)
        .contiguous()
        .view({map.size(0), -1, width}); // (B, H * W * A, width)
}

SsdOutput joinPredictions(const std::vector<torch::Tensor> &classMaps, const std::vector<torch::Tensor> &boxMaps)
{
    return {torch::cat(classMaps, 1), torch::cat(boxMaps, 1)};
}

} // namespace boxwright::ssd
