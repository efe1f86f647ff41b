// SPDX-License-Identifier: GPL-3.0-or-later
// A .params file: every view lies in memory that is there, and what V2 can hold reads the same again.
#include "core/mxnet/params_file.h"
#include "core/mxnet/params_writer.h"
#include "tests/fuzz/fuzz_check.h"

#include <QBuffer>

#include <algorithm>

using namespace boxwright;

namespace {

/// So that the compiler cannot leave the reads out.
volatile unsigned char s_seen = 0;

void touch(const TensorView &tensor)
{
    unsigned char all = 0;
    for (const char byte : tensor.bytes)
        all = static_cast<unsigned char>(all ^ static_cast<unsigned char>(byte));
    s_seen = all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<ParamsFile> file = ParamsFile::fromBytes(bytes, QStringLiteral("fuzz.params"));
    if (!file)
        return 0;
    for (const TensorView &tensor : file->tensors()) {
        touch(tensor);
        fuzzCheck(tensor.isNone() ||
                      elementCount(tensor.shape).value_or(-1) * elementSize(tensor.type) == tensor.bytes.size(),
                  "an array has as many bytes as its shape says");
    }
    QByteArray again;
    QBuffer buffer(&again);
    buffer.open(QIODevice::WriteOnly);
    if (!writeParams(buffer, file->tensors(), QStringLiteral("again.params")))
        return 0;
    const Result<ParamsFile> read = ParamsFile::fromBytes(again, QStringLiteral("again.params"));
    fuzzCheck(read.has_value(), "what was written can be read");
    const auto isSame = [](const TensorView &a, const TensorView &b) {
        return a.name == b.name && a.shape == b.shape && a.bytes == b.bytes;
    };
    fuzzCheck(std::equal(file->tensors().begin(), file->tensors().end(), read->tensors().begin(), read->tensors().end(),
                         isSame),
              "what was written reads the same");
    return 0;
}
