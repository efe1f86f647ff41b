// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters for graphs that come without: of the right names and shapes, drawn from a seed.
#pragma once

#include "core/base/seeded_random.h"
#include "core/mxnet/params_writer.h"
#include "core/mxnet/symbol_graph.h"

#include <QBuffer>

#include <cmath>
#include <cstring>

namespace boxwright {

/// Works out the shape of every parameter of a network that takes images of three channels, from declared shapes
/// (__shape__), from the operators' attributes and from how many channels flow where.
class GeneratedParams
{
public:
    explicit GeneratedParams(const SymbolGraph &graph)
        : m_graph(graph)
        , m_channels(graph.nodes.size(), 0)
    {
        const Result<std::vector<int>> order = graph.evaluationOrder(graph.heads);
        if (!order)
            return;
        for (const int index : *order)
            visit(index);
    }

    /// The bytes of a .params file.
    [[nodiscard]] QByteArray file() const
    {
        std::vector<TensorView> views;
        for (const Array &array : m_arrays)
            views.push_back({array.name, TensorType::Float32, array.shape, array.bytes});
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return writeParams(buffer, views, QStringLiteral("generated.params")) ? buffer.data() : QByteArray();
    }

private:
    struct Array
    {
        QString name;
        std::vector<qint64> shape;
        QByteArray bytes;
    };

    [[nodiscard]] const SymbolNode &inputOf(const SymbolNode &node, size_t i) const
    {
        return m_graph.nodes[size_t(node.inputs[i].node)];
    }

    [[nodiscard]] qint64 channelsInto(const SymbolNode &node) const
    {
        return node.inputs.empty() ? 0 : m_channels[size_t(node.inputs[0].node)];
    }

    void visit(int index)
    {
        const SymbolNode &node = m_graph.nodes[size_t(index)];
        qint64 &channels = m_channels[size_t(index)];
        if (node.isVariable()) {
            channels = node.name == QLatin1String("data") ? 3 : declared(node);
            return;
        }
        channels = channelsInto(node);
        if (node.op == QLatin1String("Convolution"))
            channels = addConvolution(node);
        else if (node.op == QLatin1String("FullyConnected"))
            channels = addFullyConnected(node);
        else if (node.op == QLatin1String("BatchNorm"))
            addStatistics(node, channels);
        else if (node.op == QLatin1String("Concat") || node.op == QLatin1String("concat"))
            channels = sumOfInputs(node);
    }

    qint64 sumOfInputs(const SymbolNode &node) const
    {
        qint64 sum = 0;
        for (const SymbolOutput &input : node.inputs)
            sum += m_channels[size_t(input.node)];
        return sum;
    }

    /// A variable whose whole shape is written beside it becomes a parameter of ones.
    qint64 declared(const SymbolNode &node)
    {
        const auto shape = node.attributes.integers(QStringLiteral("__shape__"), {});
        if (!shape || shape->empty() || elementCount(*shape).value_or(0) < 1 ||
            node.name.endsWith(QLatin1String("weight")) || node.name.endsWith(QLatin1String("bias")))
            return 0;
        if (shape->size() > 1) // others belong to an operator, which adds them
            add(QStringLiteral("arg:") + node.name, *shape, 1, 0);
        return shape->size() > 1 ? (*shape)[1] : (*shape)[0];
    }

    qint64 addConvolution(const SymbolNode &node)
    {
        const qint64 filters = node.attributes.integer(QStringLiteral("num_filter"), 0).value_or(0);
        const qint64 groups = node.attributes.integer(QStringLiteral("num_group"), 1).value_or(1);
        const auto kernel = node.attributes.integers(QStringLiteral("kernel"), {1, 1});
        const qint64 in = channelsInto(node) / groups;
        const double spread = std::sqrt(2.0 / double(in * (*kernel)[0] * (*kernel)[1]));
        add(QStringLiteral("arg:") + inputOf(node, 1).name, {filters, in, (*kernel)[0], (*kernel)[1]}, 0, spread);
        if (node.inputs.size() > 2)
            add(QStringLiteral("arg:") + inputOf(node, 2).name, {filters}, 0, 0.01);
        return filters;
    }

    qint64 addFullyConnected(const SymbolNode &node)
    {
        const qint64 hidden = node.attributes.integer(QStringLiteral("num_hidden"), 0).value_or(0);
        add(QStringLiteral("arg:") + inputOf(node, 1).name, {hidden, channelsInto(node)}, 0, 0.01);
        if (node.inputs.size() > 2)
            add(QStringLiteral("arg:") + inputOf(node, 2).name, {hidden}, 0, 0.01);
        return hidden;
    }

    void addStatistics(const SymbolNode &node, qint64 channels)
    {
        const char *const prefixes[]{"", "arg:", "arg:", "aux:", "aux:"};
        for (size_t i = 1; i < node.inputs.size(); ++i)
            add(QLatin1String(prefixes[i]) + inputOf(node, i).name, {channels}, i == 1 || i == 4 ? 1 : 0, 0.05);
    }

    void add(const QString &name, const std::vector<qint64> &shape, double mean, double spread)
    {
        for (const Array &array : m_arrays)
            if (array.name == name)
                return;
        const qint64 count = elementCount(shape).value_or(0);
        QByteArray bytes(count * qsizetype(sizeof(float)), Qt::Uninitialized);
        for (qint64 i = 0; i < count; ++i) {
            const auto value = float(mean + m_random.between(-1, 1) * spread);
            std::memcpy(bytes.data() + i * qint64(sizeof(float)), &value, sizeof(float));
        }
        m_arrays.push_back({name, shape, std::move(bytes)});
    }

    const SymbolGraph &m_graph;
    std::vector<qint64> m_channels; ///< of each node's first output
    std::vector<Array> m_arrays;
    SeededRandom m_random{7};
};

} // namespace boxwright
