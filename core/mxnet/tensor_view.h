// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace boxwright {

/// What the elements of an array are. The numbers are MXNet's type flags (mshadow/base.h) as files hold them.
enum class TensorType : qint32
{
    Float32 = 0,
    Float64 = 1,
    Float16 = 2,
    UInt8 = 3,
    Int32 = 4,
    Int8 = 5,
    Int64 = 6,
    Bool = 7, ///< one byte; this and those below from MXNet 1.6 to 1.9 on
    Int16 = 8,
    UInt16 = 9,
    UInt32 = 10,
    UInt64 = 11,
    BFloat16 = 12
};

/// nullopt for a type flag that MXNet does not have.
std::optional<TensorType> tensorType(qint32 typeFlag);

/// Bytes of one element.
qint64 elementSize(TensorType type);

/// The product of the dimensions (1 for none); nullopt for a negative dimension or more than 2^48 elements.
std::optional<qint64> elementCount(std::span<const qint64> shape);

/// An array in memory that belongs to someone else, without LibTorch. A plain value.
struct TensorView
{
    QString name; ///< as in the file, "arg:conv0_weight" or "aux:bn0_moving_mean"; empty in files without names
    TensorType type = TensorType::Float32;
    std::vector<qint64> shape; ///< slowest dimension first; none for a scalar and for an array without content
    QByteArrayView bytes;      ///< C order, little-endian, at any address: take elements out with memcpy

    /// An array that MXNet had made but never filled (None): no dimensions and no bytes.
    [[nodiscard]] bool isNone() const { return shape.empty() && bytes.isEmpty(); }
};

/// "(64, 3, 7, 7)", for messages.
QString shapeText(std::span<const qint64> shape);

} // namespace boxwright
