// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/symbol_graph.h"

namespace boxwright {

/// The graph as it is run after training: losses become what they pass on and need no label any more (SoftmaxOutput,
/// MakeLoss, regression outputs), heads that only training needs are gone, and BatchNorm of files before 0.9 gets its
/// running statistics as inputs. Nodes keep their numbers; new ones stand at the end.
SymbolGraph inferenceGraph(const SymbolGraph &graph);

} // namespace boxwright
