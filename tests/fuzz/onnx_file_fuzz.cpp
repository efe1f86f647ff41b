// SPDX-License-Identifier: GPL-3.0-or-later
// An ONNX model, and the walk along its graph.
#include "core/weights/resnet_onnx.h"
#include "tests/fuzz/fuzz_check.h"

using namespace boxwright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<OnnxGraph> graph = readOnnxFile(bytes);
    if (!graph)
        return 0;
    for (const TensorView &view : graph->initialisers.tensors)
        fuzzCheck(elementCount(view.shape).value_or(-1) * elementSize(view.type) == view.bytes.size(),
                  "an array has as many bytes as its shape says");
    const Result<WeightArrays> arrays = resnetFromOnnx(*graph, {});
    fuzzCheck(arrays.has_value() || !arrays.error().message.isEmpty(), "a refusal says why");
    return 0;
}
