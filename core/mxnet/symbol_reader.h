// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/symbol_graph.h"

namespace boxwright {

/// A symbol file above this is refused; the largest known ones have 1 MB.
inline constexpr qint64 kMaxSymbolBytes = qint64{16} << 20;

/// Reads symbol.json of any age (nnvm src/pass/saveload_json.cc, mxnet src/nnvm/legacy_json_util.cc): attributes as
/// `attrs`, `attr` or `param`, inputs of two or three elements, without `node_row_ptr`. Every index is in range in what
/// comes back and no node depends on itself. Messages name the node and the value; `name` stands in them.
Result<SymbolGraph> parseSymbol(const QByteArray &json, const QString &name);

/// The same for a file.
Result<SymbolGraph> readSymbol(const QString &path);

} // namespace boxwright
