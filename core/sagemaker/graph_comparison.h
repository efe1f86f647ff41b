// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/symbol_graph.h"

#include <QMap>

#include <optional>

namespace boxwright {

/// Outputs of a graph; what they are computed from is what is compared.
struct GraphPart
{
    const SymbolGraph &graph;
    std::vector<SymbolOutput> outputs;
};

/// Whether two parts compute the same: the same operators in the same places with the same attributes, where a missing
/// attribute has the operator's default and numbers may differ by what printing loses. Names may differ. Gives the
/// variables' names, first part's to second part's; nullopt where anything differs or an operator is not one of those
/// that SSD networks of mxnet-ssd are made of.
std::optional<QMap<QString, QString>> matchGraphs(const GraphPart &first, const GraphPart &second);

} // namespace boxwright
