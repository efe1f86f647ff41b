// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/graph_comparison.h"

#include <QHash>

#include <cmath>

namespace boxwright {

namespace {

/// An attribute that changes what an operator computes, with the operator's default as Python spells it.
struct Meaning
{
    const char *name;
    const char *preset;
};

/// What matters of each operator (mxnet 1.3 src/operator/nn, src/operator/contrib). Everything else an attribute can
/// say is about how, not what: workspace, momentum, cudnn_tune, names of hidden attributes.
const QHash<QString, std::vector<Meaning>> &meanings()
{
    static const QHash<QString, std::vector<Meaning>> table{
        {QStringLiteral("Convolution"),
         {{"kernel", ""},
          {"num_filter", ""},
          {"stride", "(1, 1)"},
          {"pad", "(0, 0)"},
          {"dilate", "(1, 1)"},
          {"num_group", "1"},
          {"no_bias", "False"},
          {"layout", "NCHW"}}},
        {QStringLiteral("BatchNorm"), {{"eps", "0.001"}, {"fix_gamma", "True"}, {"axis", "1"}}},
        {QStringLiteral("Activation"), {{"act_type", ""}}},
        {QStringLiteral("Pooling"),
         {{"kernel", ""},
          {"pool_type", "max"},
          {"stride", "(1, 1)"},
          {"pad", "(0, 0)"},
          {"pooling_convention", "valid"},
          {"global_pool", "False"}}},
        {QStringLiteral("L2Normalization"), {{"mode", "instance"}, {"eps", "1e-10"}}},
        {QStringLiteral("transpose"), {{"axes", ""}}},
        {QStringLiteral("Concat"), {{"dim", "1"}}},
        {QStringLiteral("Reshape"), {{"shape", ""}, {"reverse", "False"}}},
        {QStringLiteral("_contrib_MultiBoxPrior"),
         {{"sizes", "(1.0)"},
          {"ratios", "(1.0)"},
          {"clip", "False"},
          {"steps", "(-1.0, -1.0)"},
          {"offsets", "(0.5, 0.5)"}}},
        {QStringLiteral("elemwise_add"), {}},
        {QStringLiteral("broadcast_mul"), {}},
        {QStringLiteral("_copy"), {}},
        {QStringLiteral("Flatten"), {}},
        {QStringLiteral("null"), {}},
    };
    return table;
}

/// Operators that have had several names.
QString usualName(const QString &op)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("identity"), QStringLiteral("_copy")},
        {QStringLiteral("flatten"), QStringLiteral("Flatten")},
        {QStringLiteral("concat"), QStringLiteral("Concat")},
        {QStringLiteral("reshape"), QStringLiteral("Reshape")},
        {QStringLiteral("_Plus"), QStringLiteral("elemwise_add")},
        {QStringLiteral("_plus"), QStringLiteral("elemwise_add")},
        {QStringLiteral("_add"), QStringLiteral("elemwise_add")},
        {QStringLiteral("MultiBoxPrior"), QStringLiteral("_contrib_MultiBoxPrior")},
    };
    return names.value(op, op);
}

bool isSameValue(const SymbolAttributes &first, const SymbolAttributes &second, const Meaning &meaning)
{
    constexpr double kPrinted = 1e-5; // relative: six digits are what Python 2 leaves of a float32
    const QString name = QLatin1String(meaning.name);
    const QString preset = QLatin1String(meaning.preset);
    const QString a = first.text(name, preset);
    const QString b = second.text(name, preset);
    if (a == b)
        return true;
    SymbolAttributes values;
    values.set(QStringLiteral("a"), a);
    values.set(QStringLiteral("b"), b);
    const auto numbersA = values.numbers(QStringLiteral("a"), {});
    const auto numbersB = values.numbers(QStringLiteral("b"), {});
    if (numbersA && numbersB && numbersA->size() == numbersB->size()) {
        for (size_t i = 0; i < numbersA->size(); ++i)
            if (std::abs((*numbersA)[i] - (*numbersB)[i]) > kPrinted * std::max(1.0, std::abs((*numbersA)[i])))
                return false;
        return true;
    }
    const auto flagA = values.flag(QStringLiteral("a"), false);
    const auto flagB = values.flag(QStringLiteral("b"), false);
    return flagA && flagB && *flagA == *flagB;
}

bool isSameOperator(const SymbolNode &first, const SymbolNode &second)
{
    const QString op = usualName(first.op);
    const auto known = meanings().constFind(op);
    if (op != usualName(second.op) || known == meanings().constEnd() || first.inputs.size() != second.inputs.size())
        return false;
    for (const Meaning &meaning : *known)
        if (!isSameValue(first.attributes, second.attributes, meaning))
            return false;
    return true;
}

} // namespace

std::optional<QMap<QString, QString>> matchGraphs(const GraphPart &first, const GraphPart &second)
{
    std::vector<int> partner(first.graph.nodes.size(), -1);
    QHash<int, int> taken; // of the second graph: each node stands for one of the first
    std::vector<std::pair<SymbolOutput, SymbolOutput>> open;
    if (first.outputs.size() != second.outputs.size())
        return std::nullopt;
    for (size_t i = 0; i < first.outputs.size(); ++i)
        open.emplace_back(first.outputs[i], second.outputs[i]);
    QMap<QString, QString> names;
    while (!open.empty()) {
        const auto [a, b] = open.back();
        open.pop_back();
        if (a.output != b.output)
            return std::nullopt;
        if (partner[size_t(a.node)] == b.node)
            continue;
        const SymbolNode &ours = first.graph.nodes[size_t(a.node)];
        const SymbolNode &theirs = second.graph.nodes[size_t(b.node)];
        if (partner[size_t(a.node)] >= 0 || taken.contains(b.node) || !isSameOperator(ours, theirs))
            return std::nullopt;
        partner[size_t(a.node)] = b.node;
        taken.insert(b.node, a.node);
        if (ours.isVariable())
            names.insert(ours.name, theirs.name);
        for (size_t i = 0; i < ours.inputs.size(); ++i)
            open.emplace_back(ours.inputs[i], theirs.inputs[i]);
    }
    return names;
}

} // namespace boxwright
