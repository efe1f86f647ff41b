// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/array_tensors.h"

#include <cstring>

namespace boxwright::ssd {

namespace {

std::optional<torch::ScalarType> scalarType(TensorType type)
{
    switch (type) {
    case TensorType::Float32:
        return torch::kFloat32;
    case TensorType::Float64:
        return torch::kFloat64;
    case TensorType::Float16:
        return torch::kFloat16;
    case TensorType::BFloat16:
        return torch::kBFloat16;
    case TensorType::UInt8:
        return torch::kUInt8;
    case TensorType::Int8:
        return torch::kInt8;
    case TensorType::Int16:
        return torch::kInt16;
    case TensorType::Int32:
        return torch::kInt32;
    case TensorType::Int64:
        return torch::kInt64;
    case TensorType::Bool:
        return torch::kBool;
    case TensorType::UInt16:
    case TensorType::UInt32:
    case TensorType::UInt64:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<torch::Tensor> tensorOf(const TensorView &view)
{
    const auto type = scalarType(view.type);
    if (!type)
        return std::nullopt;
    const std::vector<int64_t> shape(view.shape.begin(), view.shape.end());
    torch::Tensor tensor = torch::empty(shape, *type);
    // At any address: the file's bytes are not aligned.
    if (!view.bytes.isEmpty())
        std::memcpy(tensor.data_ptr(), view.bytes.data(), static_cast<size_t>(view.bytes.size()));
    return tensor;
}

} // namespace boxwright::ssd
