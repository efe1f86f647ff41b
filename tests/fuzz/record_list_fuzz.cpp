// SPDX-License-Identifier: GPL-3.0-or-later
// A .lst line and a .idx file: what reads must write back to what reads the same.
#include "core/mxnet/record_index.h"
#include "core/mxnet/record_list.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstring>

using namespace boxwright;

namespace {

/// As the float32 that im2rec makes of it; all NaNs are one.
quint32 floatBits(double value)
{
    const auto narrow = static_cast<float>(value);
    quint32 bits = 0;
    std::memcpy(&bits, &narrow, sizeof bits);
    return narrow == narrow ? bits : 0x7fc00000;
}

void checkList(QByteArrayView text)
{
    const auto entry = parseRecordListLine(text, QStringLiteral("fuzz.lst"));
    const Result<QByteArray> line = entry ? recordListLine(*entry) : Result<QByteArray>(failure(entry.error()));
    if (!line)
        return;
    const auto again = parseRecordListLine(*line, QStringLiteral("again.lst"));
    fuzzCheck(again && again->index == entry->index && again->path == entry->path, "a line reads the same again");
    fuzzCheck(again->labels.size() == entry->labels.size(), "a line keeps its values");
    for (size_t i = 0; i < entry->labels.size(); ++i)
        fuzzCheck(floatBits(again->labels[i]) == floatBits(entry->labels[i]), "a value keeps its float32");
}

void checkIndex(const QByteArray &text)
{
    const auto entries = parseRecordIndex(text, QStringLiteral("fuzz.idx"));
    if (!entries)
        return;
    QByteArray again;
    for (const RecordIndexEntry &entry : *entries)
        again += recordIndexLine(entry);
    const auto read = parseRecordIndex(again, QStringLiteral("again.idx"));
    fuzzCheck(read && *read == *entries, "an index reads the same again");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    checkList(text);
    checkIndex(text);
    return 0;
}
