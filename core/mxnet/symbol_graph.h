// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mxnet/symbol_attributes.h"

#include <span>
#include <vector>

namespace boxwright {

/// An output of a node, as another node's input or as a head of the graph.
struct SymbolOutput
{
    int node = 0;    ///< index into SymbolGraph::nodes
    int output = 0;  ///< which output of that node
    int version = 0; ///< how often it was changed in place; 1 for the running statistics of BatchNorm

    bool operator==(const SymbolOutput &) const = default;
};

/// An operator, or a variable (data, parameter, running statistic, label).
struct SymbolNode
{
    QString op; ///< "Convolution"; "null" for a variable
    QString name;
    SymbolAttributes attributes;
    std::vector<SymbolOutput> inputs;
    std::vector<int> controlDependencies; ///< nodes that must run before, though nothing of them is used

    [[nodiscard]] bool isVariable() const { return op == QLatin1String("null"); }
    bool operator==(const SymbolNode &) const = default;
};

/// A network as MXNet's symbol.json has it. A plain value without LibTorch. Files of before 0.9 leave the running
/// statistics out of BatchNorm's inputs; they are then called NAME_moving_mean and NAME_moving_var.
struct SymbolGraph
{
    std::vector<SymbolNode> nodes;
    std::vector<SymbolOutput> heads;
    std::vector<int> outputCounts; ///< per node; empty where the file does not say
    int mxnetVersion = 0;          ///< major * 10000 + minor * 100 + patch; 0 where the file does not say (before 0.9)

    /// The first node of that name, -1 for none.
    [[nodiscard]] int indexOf(const QString &name) const;

    /// The nodes that the outputs need, each after its inputs: what else the graph holds is dead for them.
    /// Fails where the graph is cyclic, naming a node of the cycle. All indexes must be in range (readSymbol() checks).
    [[nodiscard]] Result<std::vector<int>> evaluationOrder(std::span<const SymbolOutput> outputs) const;

    bool operator==(const SymbolGraph &) const = default;
};

} // namespace boxwright
