// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/graph_tensor.h"

#include <QCoreApplication>

#include <cstring>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphTensor)
};

/// What torch has no type for is widened by hand.
template<class Number>
torch::Tensor widened(const TensorView &view, const std::vector<int64_t> &shape)
{
    torch::Tensor values = torch::empty(shape);
    float *out = values.data_ptr<float>();
    const char *in = view.bytes.data();
    for (qsizetype i = 0; i < view.bytes.size(); i += qsizetype(sizeof(Number))) {
        Number number;
        std::memcpy(&number, in + i, sizeof(Number));
        *out++ = float(number);
    }
    return values;
}

torch::Tensor copied(const TensorView &view, const std::vector<int64_t> &shape, torch::ScalarType type)
{
    torch::Tensor values = torch::empty(shape, type);
    std::memcpy(values.data_ptr(), view.bytes.data(), size_t(view.bytes.size()));
    return values.to(torch::kFloat32);
}

torch::Tensor convert(const TensorView &view, const std::vector<int64_t> &shape)
{
    switch (view.type) {
    case TensorType::Float32:
        return copied(view, shape, torch::kFloat32);
    case TensorType::Float64:
        return copied(view, shape, torch::kFloat64);
    case TensorType::Float16:
        return copied(view, shape, torch::kFloat16);
    case TensorType::BFloat16:
        return copied(view, shape, torch::kBFloat16);
    case TensorType::UInt8:
    case TensorType::Bool:
        return copied(view, shape, torch::kUInt8);
    case TensorType::Int8:
        return copied(view, shape, torch::kInt8);
    case TensorType::Int16:
        return copied(view, shape, torch::kInt16);
    case TensorType::Int32:
        return copied(view, shape, torch::kInt32);
    case TensorType::Int64:
        return copied(view, shape, torch::kInt64);
    case TensorType::UInt16:
        return widened<quint16>(view, shape);
    case TensorType::UInt32:
        return widened<quint32>(view, shape);
    case TensorType::UInt64:
        return widened<quint64>(view, shape);
    }
    Q_UNREACHABLE();
}

} // namespace

Result<torch::Tensor> toTensor(const TensorView &view)
{
    const std::vector<int64_t> shape(view.shape.begin(), view.shape.end());
    const std::optional<qint64> count = elementCount(view.shape);
    if (view.isNone() || !count || *count == 0 || *count * elementSize(view.type) != view.bytes.size())
        return failure(Text::tr("the array %1 of shape %2 is empty").arg(view.name, shapeText(view.shape)));
    torch::Tensor values = convert(view, shape);
    if (!torch::isfinite(values.sum()).item<bool>() && !torch::isfinite(values).all().item<bool>())
        return failure(Text::tr("the array %1 holds numbers that are not finite (NaN or infinity)").arg(view.name));
    return values;
}

} // namespace boxwright::ssd
