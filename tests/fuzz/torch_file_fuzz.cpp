// SPDX-License-Identifier: GPL-3.0-or-later
// A file of torch.save: whatever it asks for, there are only arrays that lie in memory.
#include "core/weights/torch_file.h"
#include "tests/fuzz/fuzz_check.h"

using namespace boxwright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<WeightArrays> arrays = readTorchFile(bytes);
    if (!arrays)
        return 0;
    volatile char seen = 0;
    for (const TensorView &view : arrays->tensors) {
        fuzzCheck(elementCount(view.shape).value_or(-1) * elementSize(view.type) == view.bytes.size(),
                  "an array has as many bytes as its shape says");
        for (const char byte : view.bytes)
            seen = static_cast<char>(seen ^ byte);
    }
    return 0;
}
