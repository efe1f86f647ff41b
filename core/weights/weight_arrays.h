// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/tensor_view.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace boxwright {

/// The arrays of a weight file, of whatever kind. A plain value without LibTorch; the views lie in the bytes of the
/// file, which must outlive them, or in `made` where the file has no such bytes in C order.
struct WeightArrays
{
    std::vector<TensorView> tensors;
    QList<QByteArray> made;
};

} // namespace boxwright
