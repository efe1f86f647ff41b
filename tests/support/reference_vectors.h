// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what Apache MXNet wrote into $BOXWRIGHT_REFERENCE/mxnet, in the number format of its README.
#pragma once

#include "tests/support/reference_folder.h"

#include <torch/torch.h>

namespace boxwright {

/// {"shape": [...], "data": [flat, C order]} as float32.
inline torch::Tensor referenceTensor(const nlohmann::json &array)
{
    std::vector<float> values;
    for (const nlohmann::json &value : array.at("data"))
        values.push_back(referenceFloat(value));
    return torch::tensor(values).reshape(array.at("shape").get<std::vector<int64_t>>()).clone();
}

/// Number of the first difference above absolute + relative * |expected|; -1 where there is none. NaN differs, and so
/// does another count of elements.
inline int64_t firstDifference(const torch::Tensor &actual, const torch::Tensor &expected, double absolute,
                               double relative)
{
    const torch::Tensor a = actual.detach().to(torch::kFloat32).reshape(-1).contiguous();
    const torch::Tensor e = expected.detach().to(torch::kFloat32).reshape(-1).contiguous();
    if (a.numel() != e.numel())
        return 0;
    for (int64_t i = 0; i < a.numel(); ++i) {
        const double expectedValue = double(e.data_ptr<float>()[i]);
        const double difference = std::abs(double(a.data_ptr<float>()[i]) - expectedValue);
        if (!(difference <= absolute + relative * std::abs(expectedValue)))
            return i;
    }
    return -1;
}

/// Largest difference, for messages.
inline double largestDifference(const torch::Tensor &actual, const torch::Tensor &expected)
{
    return (actual.detach().reshape(-1) - expected.detach().reshape(-1)).abs().max().item<double>();
}

} // namespace boxwright
