// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/tensor_view.h"

#include <QDir>
#include <QFile>
#include <QtEndian>
#include <QFloat16>

#include <bit>
#include <cstring>

namespace boxwright {

/// The path of one of the small files that tests/support/make_weight_files.py makes.
inline QString weightFilePath(const QString &name)
{
    return QDir(qEnvironmentVariable("BOXWRIGHT_SOURCE", QStringLiteral(".")))
        .filePath(QStringLiteral("tests/weights/files/") + name);
}

inline QByteArray weightFileBytes(const QString &name)
{
    QFile file(weightFilePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As torch calls it.
inline QString typeName(TensorType type)
{
    switch (type) {
    case TensorType::Float32:
        return QStringLiteral("float32");
    case TensorType::Float64:
        return QStringLiteral("float64");
    case TensorType::Float16:
        return QStringLiteral("float16");
    case TensorType::BFloat16:
        return QStringLiteral("bfloat16");
    case TensorType::Int64:
        return QStringLiteral("int64");
    case TensorType::Int32:
        return QStringLiteral("int32");
    case TensorType::Int16:
        return QStringLiteral("int16");
    case TensorType::Int8:
        return QStringLiteral("int8");
    case TensorType::UInt8:
        return QStringLiteral("uint8");
    case TensorType::Bool:
        return QStringLiteral("bool");
    default:
        return QStringLiteral("other");
    }
}

template<class Number>
Number elementAt(const TensorView &view, qsizetype index)
{
    Number number;
    std::memcpy(&number, view.bytes.data() + index * qsizetype(sizeof(Number)), sizeof(Number));
    return number;
}

inline double numberAt(const TensorView &view, qsizetype index)
{
    switch (view.type) {
    case TensorType::Float32:
        return double(elementAt<float>(view, index));
    case TensorType::Float64:
        return elementAt<double>(view, index);
    case TensorType::Float16:
        return double(float(elementAt<qfloat16>(view, index)));
    case TensorType::BFloat16:
        return double(std::bit_cast<float>(quint32{elementAt<quint16>(view, index)} << 16));
    case TensorType::Int64:
        return double(elementAt<qint64>(view, index));
    case TensorType::Int32:
        return elementAt<qint32>(view, index);
    case TensorType::Int16:
        return elementAt<qint16>(view, index);
    case TensorType::Int8:
        return elementAt<qint8>(view, index);
    default:
        return elementAt<quint8>(view, index);
    }
}

inline std::vector<double> numbersOf(const TensorView &view)
{
    std::vector<double> numbers;
    for (qsizetype i = 0; i < view.bytes.size() / elementSize(view.type); ++i)
        numbers.push_back(numberAt(view, i));
    return numbers;
}

} // namespace boxwright
