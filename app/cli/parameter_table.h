// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/tensor_view.h"

namespace boxwright::cli {

/// One array of a model.
struct ParameterRow
{
    QString name;
    QString type;              ///< "float32"
    std::vector<qint64> shape; ///< slowest first
};

/// What a table of parameters shows.
std::vector<ParameterRow> parameterTable(std::span<const TensorView> arrays);

} // namespace boxwright::cli
