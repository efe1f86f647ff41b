// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/weights/weight_arrays.h"

#include <QByteArrayList>

#include <optional>

namespace boxwright {

/// An operator of a graph, as far as weights need it.
struct OnnxNode
{
    QByteArray op;
    QByteArrayList inputs;
    QByteArrayList outputs;
    std::optional<float> epsilon; ///< of a batch normalisation
};

/// The graph of an ONNX file: its operators in their order, and its initialisers as arrays.
struct OnnxGraph
{
    std::vector<OnnxNode> nodes;
    QByteArrayList inputs; ///< initialisers among them, as old files have it
    WeightArrays initialisers;
};

/// Whether the bytes begin as an ONNX model does.
bool isOnnxFile(QByteArrayView bytes);

/// Reads an ONNX model (onnx.proto3: ModelProto, GraphProto, NodeProto, TensorProto). Arrays must be inside the file,
/// of element types FLOAT, DOUBLE, FLOAT16, BFLOAT16, INT64, INT32, INT8, UINT8, BOOL. The message of a failure names
/// the element, not the file: the caller knows that.
Result<OnnxGraph> readOnnxFile(QByteArrayView bytes);

} // namespace boxwright
