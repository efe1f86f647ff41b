// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/sparse_array.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SparseArray)
};

bool isIndexType(TensorType type)
{
    return type == TensorType::Int64 || type == TensorType::Int32 || type == TensorType::UInt8 ||
           type == TensorType::Int8;
}

qint64 indexAt(const TensorView &indexes, qint64 at)
{
    const char *element = indexes.bytes.data() + at * elementSize(indexes.type);
    switch (indexes.type) {
    case TensorType::Int64:
        return qFromLittleEndian<qint64>(element);
    case TensorType::Int32:
        return qFromLittleEndian<qint32>(element);
    case TensorType::UInt8:
        return static_cast<quint8>(*element);
    default:
        return static_cast<qint8>(*element);
    }
}

qint64 indexCount(const TensorView &indexes)
{
    return indexes.bytes.size() / elementSize(indexes.type);
}

Result<> copyRows(const SparseArray &array, QByteArray &dense)
{
    const TensorView &rows = array.indexes[0];
    const std::vector<qint64> &shape = array.shape;
    const std::vector<qint64> &stored = array.values.shape;
    const bool fits = stored.size() == shape.size() &&
                      std::equal(stored.begin() + 1, stored.end(), shape.begin() + 1) && indexCount(rows) == stored[0];
    if (!fits)
        return failure(Text::tr("its stored rows of shape %1 with %2 row numbers do not fit its shape %3")
                           .arg(shapeText(stored))
                           .arg(indexCount(rows))
                           .arg(shapeText(shape)));
    const qint64 rowBytes = array.values.bytes.size() / stored[0];
    for (qint64 i = 0; i < stored[0]; ++i) {
        const qint64 row = indexAt(rows, i);
        if (row < 0 || row >= shape[0])
            return failure(Text::tr("it stores row %1 of %2").arg(row).arg(shape[0]));
        std::memcpy(dense.data() + row * rowBytes, array.values.bytes.data() + i * rowBytes, size_t(rowBytes));
    }
    return {};
}

/// The elements of one row of a csr matrix, `first` to `last` (exclusive) of those stored.
Result<> copyCsrRow(const SparseArray &array, qint64 row, std::pair<qint64, qint64> range, QByteArray &dense)
{
    const TensorView &columns = array.indexes[1];
    const qint64 size = elementSize(array.type);
    for (qint64 i = range.first; i < range.second; ++i) {
        const qint64 column = indexAt(columns, i);
        if (column < 0 || column >= array.shape[1])
            return failure(Text::tr("it stores column %1 of %2").arg(column).arg(array.shape[1]));
        std::memcpy(dense.data() + (row * array.shape[1] + column) * size, array.values.bytes.data() + i * size,
                    size_t(size));
    }
    return {};
}

Result<> copyCsr(const SparseArray &array, QByteArray &dense)
{
    const TensorView &pointers = array.indexes[0];
    const qint64 stored = std::min(array.values.bytes.size() / elementSize(array.type), indexCount(array.indexes[1]));
    if (array.shape.size() != 2 || indexCount(pointers) - 1 < array.shape[0])
        return failure(
            Text::tr("it has %1 row pointers for the shape %2").arg(indexCount(pointers)).arg(shapeText(array.shape)));
    for (qint64 row = 0; row < array.shape[0]; ++row) {
        const std::pair range(indexAt(pointers, row), indexAt(pointers, row + 1));
        if (range.first < 0 || range.first > range.second || range.second > stored)
            return failure(Text::tr("its row %1 takes elements %2 to %3 of %4")
                               .arg(row)
                               .arg(range.first)
                               .arg(range.second)
                               .arg(stored));
        if (Result<> copied = copyCsrRow(array, row, range, dense); !copied)
            return copied;
    }
    return {};
}

} // namespace

Result<QByteArray> toDense(const SparseArray &array)
{
    if (!std::all_of(array.indexes.begin(), array.indexes.end(),
                     [](const TensorView &indexes) { return isIndexType(indexes.type); }))
        return failure(Text::tr("its indexes are no integers"));
    const qint64 byteCount = elementCount(array.shape).value_or(0) * elementSize(array.type);
    QByteArray dense(byteCount, '\0');
    if (array.values.bytes.isEmpty())
        return dense;
    const Result<> copied = array.storage == StorageType::RowSparse ? copyRows(array, dense) : copyCsr(array, dense);
    if (!copied)
        return failure(copied.error());
    return dense;
}

} // namespace boxwright
