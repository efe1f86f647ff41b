// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/symbol_builder.h"

namespace boxwright {

namespace {

SymbolAttributes attributesOf(AttributeList list)
{
    SymbolAttributes attributes;
    for (const auto &[name, value] : list)
        attributes.set(QString::fromLatin1(name), value);
    return attributes;
}

/// How many outputs an operator has, as files say it.
int outputCount(const SymbolNode &node)
{
    if (node.op == QLatin1String("BatchNorm") || node.op == QLatin1String("_contrib_MultiBoxTarget"))
        return 3;
    return node.op == QLatin1String("L2Normalization") ? 2 : 1;
}

constexpr int kMxnetVersion = 10300; // SageMaker's own artifacts (facts 0)

} // namespace

int SymbolBuilder::variable(const QString &name, AttributeList attributes)
{
    return nodeOn("null", name, attributes, {});
}

int SymbolBuilder::node(const char *op, const QString &name, AttributeList attributes, const std::vector<int> &inputs)
{
    std::vector<SymbolOutput> outputs;
    for (const int input : inputs)
        outputs.push_back({input, 0, 0});
    return nodeOn(op, name, attributes, std::move(outputs));
}

int SymbolBuilder::nodeOn(const char *op, const QString &name, AttributeList attributes,
                          std::vector<SymbolOutput> inputs)
{
    m_nodes.push_back({QString::fromLatin1(op), name, attributesOf(attributes), std::move(inputs), {}});
    return int(m_nodes.size()) - 1;
}

int SymbolBuilder::convolution(int input, const QString &name, AttributeList attributes)
{
    const int weight = variable(name + QStringLiteral("_weight"), attributes);
    const int bias = variable(name + QStringLiteral("_bias"), attributes);
    return node("Convolution", name, attributes, {input, weight, bias});
}

int SymbolBuilder::convolutionWithoutBias(int input, const QString &name, AttributeList attributes)
{
    const int weight = variable(name + QStringLiteral("_weight"), attributes);
    return node("Convolution", name, attributes, {input, weight});
}

int SymbolBuilder::convolutionFastBias(int input, const QString &name, AttributeList attributes)
{
    const int weight = variable(name + QStringLiteral("_weight"), attributes);
    const int bias =
        variable(name + QStringLiteral("_bias"), {{"__init__", QStringLiteral("[\"constant\", {\"value\": 0.0}]")},
                                                  {"__lr_mult__", QStringLiteral("2.0")}});
    return node("Convolution", name, attributes, {input, weight, bias});
}

int SymbolBuilder::batchNorm(int input, const QString &name, bool isGammaFixed)
{
    const QString eps = QStringLiteral("2e-05");
    const QString fix = isGammaFixed ? QStringLiteral("True") : QStringLiteral("False");
    const QString momentum = QStringLiteral("0.9");
    const AttributeList own{{"eps", eps}, {"fix_gamma", fix}, {"momentum", momentum}};
    const int gamma = variable(name + QStringLiteral("_gamma"), own);
    const int beta = variable(name + QStringLiteral("_beta"), own);
    const auto statistic = [&](const char *ending, const char *start) {
        return variable(name + QLatin1String(ending),
                        {{"__init__", QStringLiteral("[\"%1\", {}]").arg(QLatin1String(start))},
                         {"eps", eps},
                         {"fix_gamma", fix},
                         {"momentum", momentum}});
    };
    const int mean = statistic("_moving_mean", "zero");
    const int var = statistic("_moving_var", "one");
    return nodeOn("BatchNorm", name, own, {{input, 0, 0}, {gamma, 0, 0}, {beta, 0, 0}, {mean, 0, 1}, {var, 0, 1}});
}

int SymbolBuilder::relu(int input, const QString &name)
{
    return node("Activation", name, {{"act_type", QStringLiteral("relu")}}, {input});
}

SymbolGraph SymbolBuilder::take(const std::vector<int> &heads)
{
    SymbolGraph made;
    made.nodes = std::move(m_nodes);
    for (const int head : heads)
        made.heads.push_back({head, 0, 0});
    const std::vector<int> order = *made.evaluationOrder(made.heads); // a builder's graph has no circle
    std::vector<int> place(made.nodes.size(), -1);
    SymbolGraph graph;
    for (const int index : order) {
        place[size_t(index)] = int(graph.nodes.size());
        graph.nodes.push_back(std::move(made.nodes[size_t(index)]));
    }
    for (SymbolNode &node : graph.nodes)
        for (SymbolOutput &input : node.inputs)
            input.node = place[size_t(input.node)];
    for (SymbolOutput head : made.heads) {
        head.node = place[size_t(head.node)];
        graph.heads.push_back(head);
    }
    for (const SymbolNode &node : graph.nodes)
        graph.outputCounts.push_back(outputCount(node));
    graph.mxnetVersion = kMxnetVersion;
    m_nodes.clear();
    return graph;
}

QString squareText(int side)
{
    return QStringLiteral("(%1, %1)").arg(side);
}

} // namespace boxwright
