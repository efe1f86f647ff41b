// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/symbol_graph.h"

#include <initializer_list>
#include <utility>

namespace boxwright {

/// Attributes of a node under construction: names with Python's spelling of the values.
using AttributeList = std::initializer_list<std::pair<const char *, QString>>;

/// Puts a symbol graph together as MXNet's Python interface does: operators make the variables that they need, which
/// carry the operator's own attributes; the order of nodes is decided at the end, depth first from the heads.
class SymbolBuilder
{
public:
    int variable(const QString &name, AttributeList attributes = {});
    /// An operator on first outputs of other nodes.
    int node(const char *op, const QString &name, AttributeList attributes, const std::vector<int> &inputs);
    /// The same on any outputs.
    int nodeOn(const char *op, const QString &name, AttributeList attributes, std::vector<SymbolOutput> inputs);

    /// Convolution with NAME_weight and NAME_bias made by the operator itself.
    int convolution(int input, const QString &name, AttributeList attributes);
    /// With NAME_weight only (no_bias is among the attributes).
    int convolutionWithoutBias(int input, const QString &name, AttributeList attributes);
    /// With a bias that starts at 0 and learns twice as fast: mxnet-ssd's own layers (facts 2.1).
    int convolutionFastBias(int input, const QString &name, AttributeList attributes);
    int batchNorm(int input, const QString &name, bool isGammaFixed);
    int relu(int input, const QString &name);

    /// The graph of the heads, numbered as nnvm numbers it; the builder is empty afterwards.
    SymbolGraph take(const std::vector<int> &heads);

private:
    std::vector<SymbolNode> m_nodes;
};

/// "(3, 3)".
QString squareText(int side);

} // namespace boxwright
