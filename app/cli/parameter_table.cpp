// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parameter_table.h"

namespace boxwright::cli {

namespace {

QString typeWord(TensorType type)
{
    static const char *const words[]{"float32", "float64", "float16", "uint8",  "int32",  "int8",    "int64",
                                     "bool",    "int16",   "uint16",  "uint32", "uint64", "bfloat16"};
    return QLatin1String(words[int(type)]);
}

} // namespace

std::vector<ParameterRow> parameterTable(std::span<const TensorView> arrays)
{
    std::vector<ParameterRow> rows;
    for (const TensorView &array : arrays)
        rows.push_back({array.name, typeWord(array.type), array.shape});
    return rows;
}

} // namespace boxwright::cli
