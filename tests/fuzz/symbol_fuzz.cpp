// SPDX-License-Identifier: GPL-3.0-or-later
// A symbol.json: a graph that reads is whole, and reads the same once it was written.
#include "core/mxnet/symbol_reader.h"
#include "core/mxnet/symbol_writer.h"
#include "tests/fuzz/fuzz_check.h"

using namespace boxwright;

namespace {

void readAttributes(const SymbolAttributes &attributes)
{
    for (auto it = attributes.all().begin(); it != attributes.all().end(); ++it) {
        (void)attributes.flag(it.key(), false);
        (void)attributes.integer(it.key(), 0);
        (void)attributes.number(it.key(), 0);
        (void)attributes.numbers(it.key(), {});
        (void)attributes.integers(it.key(), {});
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<SymbolGraph> graph = parseSymbol(json, QStringLiteral("fuzz.json"));
    if (!graph)
        return 0;
    for (const SymbolNode &node : graph->nodes)
        readAttributes(node.attributes);
    fuzzCheck(graph->evaluationOrder(graph->heads).has_value(), "a graph that was read has an order");
    const Result<SymbolGraph> again = parseSymbol(symbolJson(*graph), QStringLiteral("again.json"));
    fuzzCheck(again.has_value(), "what was written can be read");
    fuzzCheck(*again == *graph, "what was written reads the same");
    return 0;
}
