// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/symbol_graph.h"

#include <QByteArray>

namespace boxwright {

/// symbol.json as MXNet 1.x writes it, to the byte (dmlc-core include/dmlc/json.h: two spaces of indent, a space before
/// line ends, short lists on one line). Attributes are written as `attrs`; `arg_nodes` are the variables.
QByteArray symbolJson(const SymbolGraph &graph);

} // namespace boxwright
