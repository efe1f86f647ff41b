// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/mxnet_weights.h"

#include <QCoreApplication>
#include <QDir>

#include <cstring>
#include <optional>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MxnetWeights)
};

std::optional<torch::ScalarType> elementType(TensorType type)
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
    return {};
}

QString bareName(const QString &name)
{
    for (const QLatin1String prefix : {QLatin1String("arg:"), QLatin1String("aux:")})
        if (name.startsWith(prefix))
            return name.mid(prefix.size());
    return name;
}

torch::Tensor copied(const TensorView &view, torch::ScalarType type)
{
    const std::vector<int64_t> shape(view.shape.begin(), view.shape.end());
    torch::Tensor tensor = torch::empty(shape, type);
    // At any address: the file's bytes are not aligned.
    if (!view.bytes.isEmpty())
        std::memcpy(tensor.data_ptr(), view.bytes.data(), size_t(view.bytes.size()));
    return tensor;
}

} // namespace

Result<NamedTensors> mxnetTensors(const ParamsFile &file, const QString &fileName)
{
    const QString shown = QDir::toNativeSeparators(fileName);
    NamedTensors tensors;
    for (const TensorView &view : file.tensors()) {
        if (view.isNone())
            continue;
        const QString name = bareName(view.name);
        if (name.isEmpty())
            return failure(Text::tr("%1 has arrays without names; weights are found by name.").arg(shown));
        if (tensors.contains(name))
            return failure(Text::tr("%1 holds %2 twice, as a parameter and as a statistic.").arg(shown, name));
        const auto type = elementType(view.type);
        if (!type)
            return failure(Text::tr("%1: %2 holds unsigned numbers, which are no weights.").arg(shown, view.name));
        tensors.insert(name, copied(view, *type));
    }
    return tensors;
}

} // namespace boxwright::ssd
