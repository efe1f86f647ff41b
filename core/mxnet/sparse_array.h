// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mxnet/tensor_view.h"

#include <QByteArray>

namespace boxwright {

/// How MXNet stores an array (include/mxnet/ndarray.h, NDArrayStorageType).
enum class StorageType : qint32
{
    Undefined = -1,
    Dense = 0,
    RowSparse = 1, ///< some rows whole; `indexes` holds which: one index array
    Csr = 2        ///< compressed sparse rows of a matrix: row pointers, then columns: two index arrays
};

/// A sparse array as it lies in a file. A plain value; the bytes belong to the file.
struct SparseArray
{
    StorageType storage = StorageType::RowSparse;
    TensorType type = TensorType::Float32;
    std::vector<qint64> shape; ///< of the dense array
    TensorView values;         ///< the elements that are stored: (rows, ...) or (count)
    std::vector<TensorView> indexes;
};

/// The dense bytes, zero where nothing is stored. Checks every index; the caller has checked that `shape` is small
/// enough to be taken. Messages are parts of a sentence ("row 7 of 6") for the caller to complete.
Result<QByteArray> toDense(const SparseArray &array);

} // namespace boxwright
