// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/graph_program.h"

#include "core/ssd/graph_compiler.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphProgram)
};

QString inputShapes(const GraphValues &inputs)
{
    QStringList shapes;
    for (const torch::Tensor &input : inputs) {
        const std::vector<qint64> sizes(input.sizes().begin(), input.sizes().end());
        shapes << shapeText(sizes);
    }
    constexpr qsizetype kShown = 4;
    const QString text = shapes.mid(0, kShown).join(QStringLiteral(", "));
    return shapes.size() > kShown ? text + QStringLiteral(", ...") : text;
}

/// The first line of what torch says: the rest is where in torch it said so.
QString firstLine(const std::exception &error)
{
    const auto *torchError = dynamic_cast<const c10::Error *>(&error);
    const QString text = torchError != nullptr ? QString::fromStdString(torchError->what_without_backtrace())
                                               : QString::fromUtf8(error.what());
    return text.section(u'\n', 0, 0);
}

} // namespace

Result<GraphProgram> GraphProgram::compile(const ModelArtifact &artifact, const SymbolGraph &graph,
                                           const std::vector<SymbolOutput> &outputs)
{
    const torch::NoGradGuard noGradients;
    try {
        return GraphCompiler(artifact, graph).run(outputs);
    } catch (const std::exception &error) {
        return failure(Text::tr("%1 could not be made ready to run: %2").arg(artifact.name(), firstLine(error)));
    }
}

Result<> GraphProgram::runStep(const Step &step, GraphValues &values) const
{
    GraphValues inputs;
    for (const int place : step.inputs)
        inputs.push_back(values[size_t(place)]);
    GraphValues outputs;
    try {
        outputs = step.operation(inputs);
    } catch (const std::exception &error) {
        return failure(Text::tr("%1: node %2 cannot be computed from inputs of shape %3: %4")
                           .arg(m_name, step.node, inputShapes(inputs), firstLine(error)));
    }
    for (size_t i = 0; i < step.outputs.size(); ++i) {
        if (step.outputs[i] < 0)
            continue;
        if (i >= outputs.size())
            return failure(
                Text::tr("%1: node %2 has %n output(s), and another one is asked for", nullptr, int(outputs.size()))
                    .arg(m_name, step.node));
        values[size_t(step.outputs[i])] = outputs[i];
    }
    return {};
}

Result<GraphValues> GraphProgram::run(const torch::Tensor &images)
{
    const torch::NoGradGuard noGradients;
    const bool isKnownSize = !m_keptSize.empty() && images.sizes() == m_keptSize;
    GraphValues values = isKnownSize ? m_keptValues : m_constants;
    values[size_t(m_input)] = images;
    for (const Step &step : isKnownSize ? m_shortSteps : m_steps) {
        if (Result<> run = runStep(step, values); !run)
            return failure(run.error());
        for (const int place : step.lastUses)
            values[size_t(place)].reset();
    }
    GraphValues outputs;
    for (const int place : m_outputs)
        outputs.push_back(values[size_t(place)]);
    if (!isKnownSize) {
        keepShapeParts(values);
        m_keptSize = images.sizes().vec();
    }
    return outputs;
}

/// Values that came of constants and shapes alone become constants of their own; what only they needed is not computed
/// again.
void GraphProgram::keepShapeParts(const GraphValues &values)
{
    m_keptValues = m_constants;
    for (size_t place = 0; place < values.size(); ++place)
        if (m_isFixed[place] && !m_keptValues[place].defined() && values[place].defined())
            m_keptValues[place] = values[place].clone();
    std::vector<bool> isNeeded(values.size(), false);
    for (const int place : m_outputs)
        isNeeded[size_t(place)] = true;
    m_shortSteps.clear();
    for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step) {
        const bool isUsed = std::any_of(step->outputs.begin(), step->outputs.end(), [&](int place) {
            return place >= 0 && isNeeded[size_t(place)] && !m_isFixed[size_t(place)];
        });
        if (!isUsed)
            continue;
        for (const int place : step->inputs)
            isNeeded[size_t(place)] = true;
        m_shortSteps.push_back(*step);
    }
    std::reverse(m_shortSteps.begin(), m_shortSteps.end());
    planLifetimes(m_shortSteps);
}

void GraphProgram::planLifetimes(std::vector<Step> &steps) const
{
    std::vector<bool> isKept = m_isFixed;
    for (const int place : m_outputs)
        isKept[size_t(place)] = true;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        step->lastUses.clear();
        for (const int place : step->inputs) {
            if (isKept[size_t(place)])
                continue;
            isKept[size_t(place)] = true;
            step->lastUses.push_back(place);
        }
    }
}

} // namespace boxwright::ssd
