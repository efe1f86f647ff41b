// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/symbol_reader.h"

#include "core/base/file_io.h"

#include <QCoreApplication>
#include <QDir>

#include <nlohmann/json.hpp>

namespace boxwright {

namespace {

using Json = nlohmann::json;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SymbolReader)
};

constexpr int kMaxDepth = 32;
constexpr int kMaxVersion = 1'000'000;

/// Why a part of the file cannot be taken; caught in parseSymbol().
struct Broken
{
    QString why;
};

[[noreturn]] void fail(const QString &why)
{
    throw Broken{why};
}

/// A value as it stands in messages.
QString shown(const Json &value)
{
    return QString::fromStdString(value.dump(-1, ' ', true, Json::error_handler_t::replace).substr(0, 60));
}

const Json &member(const Json &object, const char *key, Json::value_t type, const QString &where)
{
    const auto found = object.find(key);
    if (found == object.end())
        fail(Text::tr("%1 has no \"%2\"").arg(where, QLatin1String(key)));
    if (found->type() != type)
        fail(Text::tr("\"%2\" of %1 is %3").arg(where, QLatin1String(key), shown(*found)));
    return *found;
}

QString string(const Json &object, const char *key, const QString &where)
{
    return QString::fromStdString(member(object, key, Json::value_t::string, where).get_ref<const std::string &>());
}

/// A whole number from 0 to below `limit`.
int index(const Json &value, qsizetype limit, const QString &where)
{
    const bool isIndex = value.is_number_unsigned() && value.get<quint64>() < quint64(limit);
    if (!isIndex)
        fail(Text::tr("%1 holds %2, allowed is 0 to %3").arg(where, shown(value)).arg(limit - 1));
    return value.get<int>();
}

/// [node, output] or [node, output, version].
SymbolOutput output(const Json &value, qsizetype nodeCount, const QString &where)
{
    if (!value.is_array() || value.size() < 2 || value.size() > 3)
        fail(Text::tr("%1 holds %2, which is no [node, output, version]").arg(where, shown(value)));
    constexpr qsizetype kMaxOutputs = 1 << 16;
    return {index(value[0], nodeCount, where), index(value[1], kMaxOutputs, where),
            value.size() == 3 ? index(value[2], kMaxOutputs, where) : 0};
}

void readAttributes(const Json &node, const char *key, const QString &where, SymbolAttributes &attributes)
{
    const auto found = node.find(key);
    if (found == node.end())
        return;
    if (!found->is_object())
        fail(Text::tr("\"%2\" of %1 is %3").arg(where, QLatin1String(key), shown(*found)));
    for (auto it = found->begin(); it != found->end(); ++it)
        attributes.set(QString::fromStdString(it.key()), string(*found, it.key().c_str(), where));
}

SymbolNode readNode(const Json &json, qsizetype nodeCount, qsizetype at)
{
    QString where = Text::tr("node %1").arg(at);
    if (!json.is_object())
        fail(Text::tr("%1 is %2").arg(where, shown(json)));
    SymbolNode node;
    node.op = string(json, "op", where);
    node.name = string(json, "name", where);
    where = Text::tr("node %1 (%2)").arg(at).arg(node.name.left(100));
    // The order of nnvm's loader: what comes later wins.
    for (const char *key : {"attrs", "attr", "param"})
        readAttributes(json, key, where, node.attributes);
    const Json empty = Json::array();
    const bool mayLack = node.isVariable() && !json.contains("inputs");
    for (const Json &input : mayLack ? empty : member(json, "inputs", Json::value_t::array, where))
        node.inputs.push_back(output(input, nodeCount, where));
    if (json.contains("control_deps")) {
        for (const Json &dependency : member(json, "control_deps", Json::value_t::array, where))
            node.controlDependencies.push_back(index(dependency, nodeCount, where));
    }
    return node;
}

/// node_row_ptr counts outputs up: [0, 1, 2, 5, ...].
std::vector<int> readOutputCounts(const Json &root, qsizetype nodeCount)
{
    if (!root.contains("node_row_ptr"))
        return {};
    const QString where = QStringLiteral("node_row_ptr");
    const Json &pointers = member(root, "node_row_ptr", Json::value_t::array, Text::tr("the graph"));
    if (qsizetype(pointers.size()) != nodeCount + 1)
        fail(Text::tr("node_row_ptr has %1 entries for %2 nodes").arg(pointers.size()).arg(nodeCount));
    std::vector<int> counts;
    for (size_t i = 1; i < pointers.size(); ++i) {
        const int before = index(pointers[i - 1], std::numeric_limits<int>::max(), where);
        const int after = index(pointers[i], std::numeric_limits<int>::max(), where);
        if (after < before)
            fail(Text::tr("node_row_ptr falls from %1 to %2").arg(before).arg(after));
        counts.push_back(after - before);
    }
    return counts;
}

/// {"attrs": {"mxnet_version": ["int", 10300]}}
int readVersion(const Json &root)
{
    const Json version = root.value(Json::json_pointer("/attrs/mxnet_version"), Json());
    if (version.is_null())
        return 0;
    if (!version.is_array() || version.size() != 2)
        fail(Text::tr("mxnet_version is %1").arg(shown(version)));
    return index(version[1], kMaxVersion, QStringLiteral("mxnet_version"));
}

SymbolGraph readGraph(const Json &root)
{
    const QString where = Text::tr("the graph");
    if (!root.is_object())
        fail(Text::tr("a graph is a JSON object, this is %1").arg(shown(root)));
    const Json &nodes = member(root, "nodes", Json::value_t::array, where);
    const auto nodeCount = static_cast<qsizetype>(nodes.size());
    SymbolGraph graph;
    graph.nodes.reserve(nodes.size());
    for (const Json &node : nodes)
        graph.nodes.push_back(readNode(node, nodeCount, qsizetype(graph.nodes.size())));
    for (const Json &head : member(root, "heads", Json::value_t::array, where))
        graph.heads.push_back(output(head, nodeCount, QStringLiteral("heads")));
    graph.outputCounts = readOutputCounts(root, nodeCount);
    graph.mxnetVersion = readVersion(root);
    return graph;
}

/// Nobody may depend on itself, not even in parts that no head needs.
void checkOrder(const SymbolGraph &graph)
{
    std::vector<SymbolOutput> all;
    for (size_t i = 0; i < graph.nodes.size(); ++i)
        all.push_back({static_cast<int>(i), 0, 0});
    if (const auto order = graph.evaluationOrder(all); !order)
        fail(order.error().message);
}

/// Refuses nesting that no symbol file has before it takes memory.
bool limitDepth(int depth, Json::parse_event_t, Json &)
{
    if (depth > kMaxDepth)
        fail(Text::tr("it is nested more than %1 deep").arg(kMaxDepth));
    return true;
}

} // namespace

Result<SymbolGraph> parseSymbol(const QByteArray &json, const QString &name)
{
    if (json.size() > kMaxSymbolBytes)
        return failure(Text::tr("%1 is too large for a symbol file: %2 bytes").arg(name).arg(json.size()));
    try {
        SymbolGraph graph = readGraph(Json::parse(json.begin(), json.end(), limitDepth));
        checkOrder(graph);
        return graph;
    } catch (const Broken &broken) {
        return failure(Text::tr("%1 is no usable symbol file: %2").arg(name, broken.why));
    } catch (const Json::parse_error &error) {
        return failure(Text::tr("%1 is no JSON, at byte %2").arg(name).arg(error.byte),
                       QString::fromUtf8(error.what()));
    } catch (const std::exception &error) {
        return failure(Text::tr("%1 is no usable symbol file").arg(name), QString::fromUtf8(error.what()));
    }
}

Result<SymbolGraph> readSymbol(const QString &path)
{
    const Result<QByteArray> json = readFile(path, kMaxSymbolBytes);
    if (!json)
        return failure(json.error());
    return parseSymbol(*json, QDir::toNativeSeparators(path));
}

} // namespace boxwright
