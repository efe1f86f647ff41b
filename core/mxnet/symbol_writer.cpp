// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/symbol_writer.h"

namespace boxwright {

namespace {

QByteArray quoted(const QString &text)
{
    QByteArray json("\"");
    for (const char byte : text.toUtf8()) {
        switch (byte) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\r':
            json += "\\r";
            break;
        case '\t':
            json += "\\t";
            break;
        default:
            if (static_cast<uchar>(byte) < 0x20)
                json += "\\u" + QByteArray::number(byte, 16).rightJustified(4, '0');
            else
                json += byte;
        }
    }
    return json + '"';
}

/// "[a, b]" on one line, or an item a line.
enum class Lines
{
    One,
    Many
};

/// Lists and objects alike: items between brackets, `level` deep in the file.
QByteArray bracketed(const QByteArray &brackets, const QByteArrayList &items, int level, Lines lines)
{
    if (items.isEmpty() || lines == Lines::One)
        return brackets.left(1) + items.join(", ") + brackets.right(1);
    const QByteArray indent = '\n' + QByteArray(2 * level + 2, ' ');
    const QByteArray outdent = '\n' + QByteArray(2 * level, ' ');
    return brackets.left(1) + indent + items.join(", " + indent) + outdent + brackets.right(1);
}

/// Lists of numbers and of outputs break into lines above ten.
QByteArray list(const QByteArrayList &items, int level)
{
    constexpr qsizetype kLongest = 10;
    return bracketed("[]", items, level, items.size() > kLongest ? Lines::Many : Lines::One);
}

QByteArray numbers(const std::vector<int> &values, int level)
{
    QByteArrayList items;
    for (const int value : values)
        items << QByteArray::number(value);
    return list(items, level);
}

QByteArray outputs(const std::vector<SymbolOutput> &values, int level)
{
    QByteArrayList items;
    for (const SymbolOutput &value : values)
        items << numbers({value.node, value.output, value.version}, level);
    return list(items, level);
}

QByteArray attributesJson(const SymbolAttributes &attributes, int level)
{
    QByteArrayList items;
    for (auto it = attributes.all().begin(); it != attributes.all().end(); ++it)
        items << quoted(it.key()) + ": " + quoted(it.value());
    return bracketed("{}", items, level, items.size() > 1 ? Lines::Many : Lines::One);
}

QByteArray nodeJson(const SymbolNode &node)
{
    constexpr int kLevel = 3;
    QByteArrayList items{"\"op\": " + quoted(node.op), "\"name\": " + quoted(node.name)};
    if (!node.attributes.all().isEmpty())
        items << "\"attrs\": " + attributesJson(node.attributes, kLevel);
    items << "\"inputs\": " + outputs(node.inputs, kLevel);
    if (!node.controlDependencies.empty())
        items << "\"control_deps\": " + numbers(node.controlDependencies, kLevel);
    return bracketed("{}", items, kLevel - 1, Lines::Many);
}

QByteArray rowPointers(const std::vector<int> &outputCounts)
{
    std::vector<int> pointers{0};
    for (const int count : outputCounts)
        pointers.push_back(pointers.back() + count);
    return numbers(pointers, 1);
}

} // namespace

QByteArray symbolJson(const SymbolGraph &graph)
{
    QByteArrayList nodes;
    std::vector<int> variables;
    for (const SymbolNode &node : graph.nodes) {
        if (node.isVariable())
            variables.push_back(static_cast<int>(nodes.size()));
        nodes << nodeJson(node);
    }
    QByteArrayList items{"\"nodes\": " + bracketed("[]", nodes, 1, Lines::Many),
                         "\"arg_nodes\": " + numbers(variables, 1)};
    if (graph.outputCounts.size() == graph.nodes.size())
        items << "\"node_row_ptr\": " + rowPointers(graph.outputCounts);
    items << "\"heads\": " + outputs(graph.heads, 1);
    if (graph.mxnetVersion > 0)
        items << "\"attrs\": {\"mxnet_version\": [\"int\", " + QByteArray::number(graph.mxnetVersion) + "]}";
    return bracketed("{}", items, 0, Lines::Many);
}

} // namespace boxwright
