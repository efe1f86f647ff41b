// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/graph_compiler.h"

#include "core/ssd/graph_tensor.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphCompiler)
};

bool isConvolution(const SymbolNode &node)
{
    return node.op == QLatin1String("Convolution");
}

/// Operators that make a value of their own, which the next one may overwrite.
bool makesNewValue(const SymbolNode &node)
{
    return isConvolution(node) || node.op.startsWith(QLatin1String("BatchNorm")) ||
           node.op == QLatin1String("elemwise_add") || node.op == QLatin1String("FullyConnected");
}

} // namespace

GraphCompiler::GraphCompiler(const ModelArtifact &artifact, const SymbolGraph &graph)
    : m_artifact(artifact)
    , m_graph(graph)
    , m_places(graph.nodes.size())
{
    m_program.m_name = QDir::toNativeSeparators(artifact.path);
}

tl::unexpected<Error> GraphCompiler::refuse(const SymbolNode &node, const QString &why) const
{
    return failure(Text::tr("%1: node %2 (%3): %4").arg(m_program.m_name, node.name, node.op, why));
}

int GraphCompiler::placeOf(const SymbolOutput &output)
{
    std::vector<std::pair<int, int>> &places = m_places[size_t(output.node)];
    for (const auto &[number, place] : places)
        if (number == output.output)
            return place;
    const int place = int(m_program.m_constants.size());
    m_program.m_constants.emplace_back();
    places.emplace_back(output.output, place);
    return place;
}

Result<GraphProgram> GraphCompiler::run(const std::vector<SymbolOutput> &outputs)
{
    const Result<std::vector<int>> order = m_graph.evaluationOrder(outputs);
    if (!order)
        return failure(Text::tr("%1: %2").arg(m_program.m_name, order.error().message));
    if (Result<> bound = bindVariables(*order); !bound)
        return failure(bound.error());
    for (const SymbolOutput &output : outputs)
        m_program.m_outputs.push_back(placeOf(output));
    for (const int index : *order)
        for (const SymbolOutput &input : m_graph.nodes[size_t(index)].inputs)
            placeOf(input);
    for (const int index : *order)
        if (!m_graph.nodes[size_t(index)].isVariable())
            if (Result<> bound = bindNode(index); !bound)
                return failure(bound.error());
    if (Result<> folded = foldConstants(); !folded)
        return failure(folded.error());
    foldBatchNorms();
    reuseMemory();
    findShapeParts();
    m_program.planLifetimes(m_program.m_steps);
    return std::move(m_program);
}

/// Parameters become constants; the one variable without a value is the image.
Result<> GraphCompiler::bindVariables(const std::vector<int> &order)
{
    QStringList missing;
    for (const int index : order) {
        const SymbolNode &node = m_graph.nodes[size_t(index)];
        if (!node.isVariable())
            continue;
        const int place = placeOf({index, 0, 0});
        const TensorView *view = m_artifact.find(node.name);
        if (view == nullptr) {
            missing << node.name;
            if (m_program.m_input < 0 || node.name == QLatin1String("data"))
                m_program.m_input = place;
            continue;
        }
        Result<torch::Tensor> values = toTensor(*view);
        if (!values)
            return failure(Text::tr("%1: %2: %3").arg(m_program.m_name, m_artifact.paramsName, values.error().message));
        m_program.m_constants[size_t(place)] = std::move(*values);
    }
    if (missing.size() > 1) {
        missing.removeOne(QStringLiteral("data"));
        return failure(Text::tr("%1: %2 has no parameter %3, which %4 needs")
                           .arg(m_program.m_name, m_artifact.paramsName, missing.mid(0, 3).join(QStringLiteral(", ")),
                                m_artifact.symbolName));
    }
    if (missing.isEmpty())
        return failure(Text::tr("%1: no variable of %2 takes an image").arg(m_program.m_name, m_artifact.symbolName));
    return {};
}

Result<> GraphCompiler::bindNode(int index)
{
    const SymbolNode &node = m_graph.nodes[size_t(index)];
    const GraphOperator *known = findGraphOperator(node.op);
    if (known == nullptr)
        return refuse(node, Text::tr("this program does not know the operator"));
    const int count = int(node.inputs.size());
    if (count < known->leastInputs || (known->mostInputs >= 0 && count > known->mostInputs))
        return refuse(node, Text::tr("it has %n input(s), which do not fit the operator", nullptr, count));
    NodeAttributes attributes(node.attributes);
    GraphProgram::Step step;
    step.operation = known->make(attributes);
    if (!attributes.problem().isEmpty())
        return refuse(node, attributes.problem());
    step.node = QStringLiteral("%1 (%2)").arg(node.name, node.op);
    step.readsShapesOnly = known->readsShapesOnly;
    for (const SymbolOutput &input : node.inputs)
        step.inputs.push_back(placeOf(input));
    constexpr int kMostOutputs = 4096;
    for (const auto &[output, place] : m_places[size_t(index)]) {
        if (output >= kMostOutputs)
            return refuse(node, Text::tr("output %1 is asked for").arg(output));
        step.outputs.resize(std::max(step.outputs.size(), size_t(output) + 1), -1);
        step.outputs[size_t(output)] = place;
    }
    m_program.m_steps.push_back(std::move(step));
    m_nodes.push_back(index);
    return {};
}

/// What depends on parameters alone is computed now.
Result<> GraphCompiler::foldConstants()
{
    std::vector<GraphProgram::Step> left;
    std::vector<int> leftNodes;
    for (size_t i = 0; i < m_program.m_steps.size(); ++i) {
        GraphProgram::Step &step = m_program.m_steps[i];
        if (std::all_of(step.inputs.begin(), step.inputs.end(), [&](int place) { return isConstant(place); })) {
            if (Result<> run = m_program.runStep(step, m_program.m_constants); !run)
                return run;
        } else {
            left.push_back(std::move(step));
            leftNodes.push_back(m_nodes[i]);
        }
    }
    m_program.m_steps = std::move(left);
    m_nodes = std::move(leftNodes);
    return {};
}

std::vector<int> GraphCompiler::useCounts() const
{
    std::vector<int> uses(m_program.m_constants.size(), 0);
    for (const GraphProgram::Step &step : m_program.m_steps)
        for (const int input : step.inputs)
            ++uses[size_t(input)];
    for (const int output : m_program.m_outputs)
        ++uses[size_t(output)];
    return uses;
}

void GraphCompiler::foldBatchNorms()
{
    QHash<int, int> producers; // step that makes a value
    for (size_t i = 0; i < m_program.m_steps.size(); ++i)
        for (const int output : m_program.m_steps[i].outputs)
            producers.insert(output, int(i));
    const std::vector<int> uses = useCounts();
    std::vector<GraphProgram::Step> left;
    std::vector<int> leftNodes;
    std::vector<bool> isGone(m_program.m_steps.size(), false);
    for (size_t i = 0; i < m_program.m_steps.size(); ++i) {
        const SymbolNode &node = m_graph.nodes[size_t(m_nodes[i])];
        isGone[i] =
            node.op.startsWith(QLatin1String("BatchNorm")) && foldBatchNorm(m_program.m_steps[i], producers, uses);
    }
    for (size_t i = 0; i < m_program.m_steps.size(); ++i) {
        if (isGone[i])
            continue;
        left.push_back(std::move(m_program.m_steps[i]));
        leftNodes.push_back(m_nodes[i]);
    }
    m_program.m_steps = std::move(left);
    m_nodes = std::move(leftNodes);
}

/// y = scale * (w * x + b) + shift is one convolution, where nobody else reads what stands between.
bool GraphCompiler::foldBatchNorm(GraphProgram::Step &norm, const QHash<int, int> &producers,
                                  const std::vector<int> &uses)
{
    const int between = norm.inputs[0];
    const auto producer = producers.constFind(between);
    const bool areConstant =
        std::all_of(norm.inputs.begin() + 1, norm.inputs.end(), [&](int p) { return isConstant(p); });
    if (producer == producers.constEnd() || uses[size_t(between)] != 1 || !areConstant || norm.outputs.size() != 1)
        return false;
    GraphProgram::Step &conv = m_program.m_steps[size_t(*producer)];
    const bool isFoldable =
        isConvolution(m_graph.nodes[size_t(m_nodes[size_t(*producer)])]) &&
        std::all_of(conv.inputs.begin() + 1, conv.inputs.end(), [&](int p) { return isConstant(p); });
    if (!isFoldable)
        return false;
    GraphValues &values = m_program.m_constants;
    const torch::Tensor weight = values[size_t(conv.inputs[1])];
    // What the norm makes of 0 and of 1 tells its scale and shift, whatever its attributes are.
    const auto normalized = [&](double x) {
        GraphValues in{torch::full({1, weight.size(0), 1, 1}, x, torch::kFloat64)};
        for (size_t i = 1; i < norm.inputs.size(); ++i)
            in.push_back(values[size_t(norm.inputs[i])].to(torch::kFloat64));
        return norm.operation(in)[0].reshape({-1});
    };
    torch::Tensor shift;
    torch::Tensor scale;
    try {
        shift = normalized(0);
        scale = normalized(1) - shift;
    } catch (const std::exception &) {
        return false; // running the step will say what is wrong
    }
    const auto keep = [&](const torch::Tensor &value) {
        values.push_back(value.to(torch::kFloat32));
        return int(values.size()) - 1;
    };
    if (conv.inputs.size() > 2)
        shift = shift + scale * values[size_t(conv.inputs[2])];
    conv.inputs = {conv.inputs[0], keep(weight * scale.reshape({-1, 1, 1, 1})), keep(shift)};
    conv.outputs = norm.outputs;
    return true;
}

/// Values that come of constants and of the image's size alone.
void GraphCompiler::findShapeParts()
{
    std::vector<bool> &isFixed = m_program.m_isFixed;
    for (size_t place = 0; place < m_program.m_constants.size(); ++place)
        isFixed.push_back(isConstant(int(place)));
    for (const GraphProgram::Step &step : m_program.m_steps) {
        const auto valued = std::ptrdiff_t(step.inputs.size()) - (step.readsShapesOnly ? 1 : 0);
        const bool isShapePart = std::all_of(step.inputs.begin(), step.inputs.begin() + valued,
                                             [&](int place) { return isFixed[size_t(place)]; });
        for (const int place : step.outputs)
            if (isShapePart && place >= 0)
                isFixed[size_t(place)] = true;
    }
}

/// ReLU works in place where it may.
void GraphCompiler::reuseMemory()
{
    QHash<int, int> makers;
    for (size_t i = 0; i < m_program.m_steps.size(); ++i)
        for (const int output : m_program.m_steps[i].outputs)
            makers.insert(output, m_nodes[i]);
    const std::vector<int> uses = useCounts();
    for (size_t i = 0; i < m_program.m_steps.size(); ++i) {
        GraphProgram::Step &step = m_program.m_steps[i];
        const SymbolNode &node = m_graph.nodes[size_t(m_nodes[i])];
        const bool isRelu = node.op == QLatin1String("Activation") &&
                            node.attributes.text(QStringLiteral("act_type")) == QLatin1String("relu");
        if (!isRelu || uses[size_t(step.inputs[0])] != 1)
            continue;
        const auto maker = makers.constFind(step.inputs[0]);
        if (maker != makers.constEnd() && makesNewValue(m_graph.nodes[size_t(*maker)]))
            step.operation = [](const GraphValues &in) -> GraphValues {
                torch::Tensor value = in[0];
                return {value.relu_()};
            };
    }
}

} // namespace boxwright::ssd
