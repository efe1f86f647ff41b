// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/graph_program.h"

#include <QHash>

namespace boxwright::ssd {

/// Makes a GraphProgram. Lives on the stack of GraphProgram::compile().
class GraphCompiler
{
public:
    GraphCompiler(const ModelArtifact &artifact, const SymbolGraph &graph);

    Result<GraphProgram> run(const std::vector<SymbolOutput> &outputs);

private:
    Result<> bindVariables(const std::vector<int> &order);
    Result<> bindNode(int index);
    Result<> foldConstants();
    void foldBatchNorms();
    void findShapeParts();
    bool foldBatchNorm(GraphProgram::Step &norm, const QHash<int, int> &producers, const std::vector<int> &uses);
    void reuseMemory();
    [[nodiscard]] std::vector<int> useCounts() const;

    int placeOf(const SymbolOutput &output);
    [[nodiscard]] bool isConstant(int place) const { return m_program.m_constants[size_t(place)].defined(); }
    [[nodiscard]] tl::unexpected<Error> refuse(const SymbolNode &node, const QString &why) const;

    const ModelArtifact &m_artifact;
    const SymbolGraph &m_graph;
    GraphProgram m_program;
    std::vector<std::vector<std::pair<int, int>>> m_places; ///< of each node: output and its place
    std::vector<int> m_nodes;                               ///< of each step: index into the graph
};

} // namespace boxwright::ssd
