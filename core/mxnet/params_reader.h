// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mxnet/tensor_view.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace boxwright {

/// The arrays of a .params file that is in memory.
struct ParamsContent
{
    std::vector<TensorView> tensors; ///< in file order; bytes point into the file or into `madeDense`
    QList<QByteArray> madeDense;     ///< sparse arrays, one each
};

/// Reads MXNet's list of arrays (src/ndarray/ndarray.cc NDArray::Load, dmlc serializer), all ages: V0 without magic,
/// V1, V2, V3; dense, row-sparse and csr (made dense). `bytes` must outlive the result. Nothing is copied but sparse
/// arrays, 64 MiB of those at most. Broken files are told by array and byte.
Result<ParamsContent> readParams(QByteArrayView bytes, const QString &name);

} // namespace boxwright
