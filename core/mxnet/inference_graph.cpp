// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/inference_graph.h"

#include <algorithm>
#include <array>

namespace boxwright {

namespace {

/// Operators whose further inputs are labels.
bool isTrainingHead(const QString &op)
{
    constexpr std::array kHeads{"SoftmaxOutput",
                                "Softmax",
                                "LinearRegressionOutput",
                                "MAERegressionOutput",
                                "LogisticRegressionOutput",
                                "MakeLoss",
                                "make_loss",
                                "SVMOutput"};
    return std::any_of(kHeads.begin(), kHeads.end(), [&](const char *name) { return op == QLatin1String(name); });
}

bool needsTargets(const SymbolGraph &graph, const SymbolOutput &head)
{
    const Result<std::vector<int>> order = graph.evaluationOrder({&head, 1});
    return order && std::any_of(order->begin(), order->end(), [&](int index) {
               return graph.nodes[size_t(index)].op.endsWith(QLatin1String("MultiBoxTarget"));
           });
}

/// src/nnvm/legacy_json_util.cc, UpgradeJSON_000800_000900.
void addRunningStatistics(SymbolGraph &graph)
{
    const size_t count = graph.nodes.size();
    for (size_t i = 0; i < count; ++i) {
        if (!graph.nodes[i].op.startsWith(QLatin1String("BatchNorm")) || graph.nodes[i].inputs.size() != 3)
            continue;
        for (const char *ending : {"_moving_mean", "_moving_var"}) {
            SymbolNode variable;
            variable.op = QStringLiteral("null");
            variable.name = graph.nodes[i].name + QLatin1String(ending);
            graph.nodes.push_back(std::move(variable));
            graph.nodes[i].inputs.push_back({int(graph.nodes.size()) - 1, 0, 1});
        }
    }
}

} // namespace

SymbolGraph inferenceGraph(const SymbolGraph &graph)
{
    SymbolGraph cut = graph;
    cut.outputCounts.clear();
    for (SymbolNode &node : cut.nodes)
        if (isTrainingHead(node.op) && node.inputs.size() > 1)
            node.inputs.resize(1);
    addRunningStatistics(cut);
    std::erase_if(cut.heads, [&](const SymbolOutput &head) { return needsTargets(cut, head); });
    return cut;
}

} // namespace boxwright
