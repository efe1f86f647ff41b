// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/symbol_graph.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SymbolGraph)
};

/// Depth-first walk without recursion: hostile graphs are chains of any length.
class Walk
{
public:
    explicit Walk(const std::vector<SymbolNode> &nodes)
        : m_nodes(nodes)
        , m_states(nodes.size(), State::New)
    {
    }

    /// The index of a node on a cycle, -1 where there is none.
    int visit(int root);
    [[nodiscard]] std::vector<int> takeOrder() { return std::move(m_order); }

private:
    enum class State : quint8
    {
        New,
        Open, ///< on the path from the root
        Done
    };
    struct Step
    {
        int node = 0;
        size_t next = 0; ///< the dependency to look at next
    };

    [[nodiscard]] int dependency(const Step &step) const;

    const std::vector<SymbolNode> &m_nodes;
    std::vector<State> m_states;
    std::vector<int> m_order;
};

/// -1 after the last.
int Walk::dependency(const Step &step) const
{
    const SymbolNode &node = m_nodes[step.node];
    if (step.next < node.inputs.size())
        return node.inputs[step.next].node;
    const size_t control = step.next - node.inputs.size();
    return control < node.controlDependencies.size() ? node.controlDependencies[control] : -1;
}

int Walk::visit(int root)
{
    std::vector<Step> path;
    const auto enter = [&](int node) {
        m_states[node] = State::Open;
        path.push_back({node, 0});
    };
    if (m_states[root] == State::New)
        enter(root);
    while (!path.empty()) {
        const int next = dependency(path.back());
        ++path.back().next;
        if (next < 0) {
            m_states[path.back().node] = State::Done;
            m_order.push_back(path.back().node);
            path.pop_back();
        } else if (m_states[next] == State::Open) {
            return next;
        } else if (m_states[next] == State::New) {
            enter(next);
        }
    }
    return -1;
}

} // namespace

int SymbolGraph::indexOf(const QString &name) const
{
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const SymbolNode &node) { return node.name == name; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

Result<std::vector<int>> SymbolGraph::evaluationOrder(std::span<const SymbolOutput> outputs) const
{
    Walk walk(nodes);
    for (const SymbolOutput &output : outputs) {
        const int cyclic = walk.visit(output.node);
        if (cyclic >= 0)
            return failure(
                Text::tr("the graph runs in a circle through node %1 (%2)").arg(cyclic).arg(nodes[cyclic].name));
    }
    return walk.takeOrder();
}

} // namespace boxwright
