// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/onnx_file.h"

#include "core/weights/protobuf_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OnnxFile)
};

constexpr size_t kMostNodes = 100'000;
constexpr qsizetype kMostNames = 1'000; // of one node

// Field numbers of onnx.proto3.
constexpr int kModelVersion = 1;
constexpr int kModelGraph = 7;
constexpr int kGraphNode = 1;
constexpr int kGraphInitialiser = 5;
constexpr int kGraphInput = 11;
constexpr int kValueName = 1;
constexpr int kNodeInput = 1;
constexpr int kNodeOutput = 2;
constexpr int kNodeOp = 4;
constexpr int kNodeAttribute = 5;
constexpr int kAttributeName = 1;
constexpr int kAttributeFloat = 2;
constexpr int kTensorDims = 1;
constexpr int kTensorType = 2;
constexpr int kTensorFloats = 4;
constexpr int kTensorName = 8;
constexpr int kTensorRaw = 9;
constexpr int kTensorLocation = 14;

struct OnnxType
{
    quint64 number; ///< TensorProto.DataType
    TensorType type;
};
constexpr std::array<OnnxType, 9> kTypes{{{1, TensorType::Float32},
                                          {2, TensorType::UInt8},
                                          {3, TensorType::Int8},
                                          {6, TensorType::Int32},
                                          {7, TensorType::Int64},
                                          {9, TensorType::Bool},
                                          {10, TensorType::Float16},
                                          {11, TensorType::Float64},
                                          {16, TensorType::BFloat16}}};

QString shown(const QByteArray &name)
{
    return QString::fromUtf8(name.left(200));
}

auto broken(const char *what)
{
    return failure(Text::tr("its %1 is damaged or cut off").arg(QLatin1String(what)));
}

/// A tensor while its fields come in.
struct Parts
{
    QByteArray name;
    std::vector<qint64> shape;
    quint64 type = 0;
    bool isElsewhere = false;
    QByteArrayView raw;
    QByteArray floats;
};

/// Numbers come one to a field or packed into one.
bool takeDims(const ProtobufReader &field, std::vector<qint64> &shape)
{
    constexpr size_t kMostDimensions = 16;
    if (!field.isBytes()) {
        shape.push_back(static_cast<qint64>(field.number()));
        return shape.size() <= kMostDimensions;
    }
    ByteReader packed(field.bytes());
    while (packed.left() > 0) {
        const auto extent = takeVarint(packed);
        if (!extent || shape.size() == kMostDimensions)
            return false;
        shape.push_back(static_cast<qint64>(*extent));
    }
    return true;
}

bool takeField(const ProtobufReader &field, Parts &parts)
{
    switch (field.field()) {
    case kTensorDims:
        return takeDims(field, parts.shape);
    case kTensorType:
        parts.type = field.number();
        return true;
    case kTensorName:
        parts.name = field.bytes().toByteArray();
        return true;
    case kTensorRaw:
        parts.raw = field.bytes();
        return true;
    case kTensorLocation:
        parts.isElsewhere = field.number() != 0;
        return true;
    case kTensorFloats:
        if (field.isBytes()) {
            parts.floats.append(field.bytes());
        } else {
            const quint32 bits = qToLittleEndian(static_cast<quint32>(field.number()));
            parts.floats.append(reinterpret_cast<const char *>(&bits), sizeof bits);
        }
        return true;
    default:
        return true;
    }
}

Result<> addTensor(QByteArrayView message, WeightArrays &arrays)
{
    Parts parts;
    ProtobufReader fields(message);
    while (fields.next()) {
        if (!takeField(fields, parts))
            return broken("TensorProto");
    }
    if (fields.isBroken() || arrays.tensors.size() >= kMostNodes)
        return broken("TensorProto");
    const auto type =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const OnnxType &entry) { return entry.number == parts.type; });
    if (type == kTypes.end())
        return failure(Text::tr("the initialiser \"%1\" has the element type %2, which is no number of weights")
                           .arg(shown(parts.name))
                           .arg(parts.type));
    if (parts.isElsewhere)
        return failure(Text::tr("the initialiser \"%1\" lies in another file").arg(shown(parts.name)));
    TensorView view{QString::fromUtf8(parts.name), type->type, parts.shape, parts.raw};
    if (!parts.floats.isEmpty() && view.type == TensorType::Float32) {
        arrays.made.push_back(parts.floats);
        view.bytes = arrays.made.back();
    }
    const auto count = elementCount(view.shape);
    // Whole numbers may also be stored one by one. They are shapes and axes, not weights: left out.
    if (view.bytes.isEmpty() && count.value_or(1) != 0)
        return {};
    if (!count || *count > view.bytes.size() || *count * elementSize(view.type) != view.bytes.size())
        return failure(Text::tr("the initialiser \"%1\" has the shape %2 and %3 bytes")
                           .arg(shown(parts.name), shapeText(view.shape))
                           .arg(view.bytes.size()));
    arrays.tensors.push_back(view);
    return {};
}

void takeEpsilon(QByteArrayView message, OnnxNode &node)
{
    ProtobufReader fields(message);
    bool isEpsilon = false;
    float value = 0;
    while (fields.next()) {
        if (fields.field() == kAttributeName)
            isEpsilon = fields.bytes() == QByteArrayView("epsilon");
        if (fields.field() == kAttributeFloat)
            value = fields.real();
    }
    if (isEpsilon)
        node.epsilon = value;
}

Result<> addNode(QByteArrayView message, OnnxGraph &graph)
{
    OnnxNode node;
    ProtobufReader fields(message);
    while (fields.next()) {
        if (fields.field() == kNodeInput)
            node.inputs << fields.bytes().toByteArray();
        else if (fields.field() == kNodeOutput)
            node.outputs << fields.bytes().toByteArray();
        else if (fields.field() == kNodeOp)
            node.op = fields.bytes().toByteArray();
        else if (fields.field() == kNodeAttribute)
            takeEpsilon(fields.bytes(), node);
        if (node.inputs.size() + node.outputs.size() > kMostNames)
            return broken("NodeProto");
    }
    if (fields.isBroken() || graph.nodes.size() >= kMostNodes)
        return broken("NodeProto");
    graph.nodes.push_back(std::move(node));
    return {};
}

Result<> addInput(QByteArrayView message, OnnxGraph &graph)
{
    ProtobufReader fields(message);
    while (fields.next()) {
        if (fields.field() == kValueName)
            graph.inputs << fields.bytes().toByteArray();
    }
    if (fields.isBroken() || graph.inputs.size() > static_cast<qsizetype>(kMostNodes))
        return broken("ValueInfoProto");
    return {};
}

Result<> readGraph(QByteArrayView message, OnnxGraph &graph)
{
    ProtobufReader fields(message);
    while (fields.next()) {
        Result<> done;
        if (fields.field() == kGraphNode)
            done = addNode(fields.bytes(), graph);
        else if (fields.field() == kGraphInitialiser)
            done = addTensor(fields.bytes(), graph.initialisers);
        else if (fields.field() == kGraphInput)
            done = addInput(fields.bytes(), graph);
        if (!done)
            return done;
    }
    return fields.isBroken() ? broken("GraphProto") : Result<>();
}

} // namespace

bool isOnnxFile(QByteArrayView bytes)
{
    ProtobufReader fields(bytes);
    constexpr quint64 kNewestVersion = 1000;
    return fields.next() && fields.field() == kModelVersion && !fields.isBytes() && fields.number() > 0 &&
           fields.number() < kNewestVersion;
}

Result<OnnxGraph> readOnnxFile(QByteArrayView bytes)
{
    OnnxGraph graph;
    ProtobufReader fields(bytes);
    bool hasGraph = false;
    while (fields.next()) {
        if (fields.field() != kModelGraph || hasGraph)
            continue;
        hasGraph = true;
        if (Result<> read = readGraph(fields.bytes(), graph); !read)
            return failure(read.error());
    }
    if (fields.isBroken())
        return broken("ModelProto");
    if (!hasGraph)
        return failure(Text::tr("it holds no graph"));
    return graph;
}

} // namespace boxwright
