// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/symbol_graph.h"

#include <torch/torch.h>

#include <functional>
#include <optional>
#include <vector>

namespace boxwright::ssd {

using GraphValues = std::vector<torch::Tensor>;

/// What a node computes: its inputs' values in, its outputs' values out. Throws where the inputs do not fit.
using GraphOperation = std::function<GraphValues(const GraphValues &inputs)>;

/// Reads what an operator needs of its node's attributes. The first problem sticks, so that an operator reads all it
/// wants and looks once.
class NodeAttributes
{
public:
    explicit NodeAttributes(const SymbolAttributes &attributes)
        : m_attributes(attributes)
    {
    }

    [[nodiscard]] bool contains(const char *name) const { return m_attributes.contains(QLatin1String(name)); }
    [[nodiscard]] QString text(const char *name, const char *fallback = "") const;
    bool flag(const char *name, bool fallback);
    int64_t integer(const char *name, int64_t fallback);
    double number(const char *name, double fallback);
    std::vector<int64_t> integers(const char *name, const std::vector<int64_t> &fallback);
    std::vector<double> numbers(const char *name, const std::vector<double> &fallback);
    std::vector<std::optional<int64_t>> optionalIntegers(const char *name);
    /// Height and width, each within the bounds.
    std::array<int64_t, 2> pair(const char *name, int64_t fallback, std::array<int64_t, 2> bounds);

    void refuse(const QString &why);
    /// Translated; empty where all is well.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    const SymbolAttributes &m_attributes;
    QString m_problem;
};

/// One operator of MXNet that the graph runner knows.
struct GraphOperator
{
    const char *name;
    int leastInputs;
    int mostInputs; ///< negative: any number
    GraphOperation (*make)(NodeAttributes &attributes);
    bool readsShapesOnly = false; ///< the values of the last input do not matter
};

/// nullptr for an operator that is not known.
const GraphOperator *findGraphOperator(const QString &name);

// The operators by kind; each list is one file.
std::vector<GraphOperator> layerOperators();
std::vector<GraphOperator> poolingOperators();
std::vector<GraphOperator> normalizationOperators();
std::vector<GraphOperator> arithmeticOperators();
std::vector<GraphOperator> reductionOperators();
std::vector<GraphOperator> shapeOperators();
std::vector<GraphOperator> sliceOperators();
std::vector<GraphOperator> detectionOperators();

/// Ends the node's computation; the program names the node.
[[noreturn]] void refuseNode(const QString &reason);

/// The value must have that many dimensions.
void needDimensions(const torch::Tensor &value, int64_t dimensions);

/// Refuses results that no real network has (a quarter of a billion numbers).
void needRoom(at::IntArrayRef shape);

/// An axis counted from the end where it is negative; refused where the value has none such.
int64_t axisOf(const torch::Tensor &value, int64_t axis);

} // namespace boxwright::ssd
