// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/tensor_view.h"

#include <QStringList>

namespace boxwright {

namespace {

constexpr qint64 kMaxElements = qint64{1} << 48;

} // namespace

std::optional<TensorType> tensorType(qint32 typeFlag)
{
    if (typeFlag < 0 || typeFlag > static_cast<qint32>(TensorType::BFloat16))
        return std::nullopt;
    return static_cast<TensorType>(typeFlag);
}

qint64 elementSize(TensorType type)
{
    switch (type) {
    case TensorType::UInt8:
    case TensorType::Int8:
    case TensorType::Bool:
        return 1;
    case TensorType::Float16:
    case TensorType::Int16:
    case TensorType::UInt16:
    case TensorType::BFloat16:
        return 2;
    case TensorType::Float32:
    case TensorType::Int32:
    case TensorType::UInt32:
        return 4;
    case TensorType::Float64:
    case TensorType::Int64:
    case TensorType::UInt64:
        return 8;
    }
    Q_UNREACHABLE();
}

std::optional<qint64> elementCount(std::span<const qint64> shape)
{
    qint64 count = 1;
    for (const qint64 dimension : shape) {
        if (dimension < 0 || (dimension > 0 && count > kMaxElements / dimension))
            return std::nullopt;
        count *= dimension;
    }
    return count;
}

QString shapeText(std::span<const qint64> shape)
{
    QStringList numbers;
    for (const qint64 dimension : shape)
        numbers << QString::number(dimension);
    return u'(' + numbers.join(QStringLiteral(", ")) + u')';
}

} // namespace boxwright
