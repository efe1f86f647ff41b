// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/artifact_export.h"

#include "core/detect/detector_backend.h"
#include "core/detect/model_info.h"
#include "core/detect/model_weights.h"
#include "core/mxnet/params_writer.h"
#include "core/mxnet/symbol_writer.h"
#include "core/sagemaker/artifact_hyperparameters.h"
#include "core/sagemaker/model_archive.h"
#include "core/sagemaker/model_artifact.h"
#include "core/sagemaker/ssd_symbol.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QSet>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArtifactExport)
};

constexpr qint64 kFilters = 64; ///< of the first convolution of both networks at full width

/// The archive's three files, in SageMaker's order.
Result<> writeArtifact(const QString &target, const QByteArray &hyperparameters, const SymbolGraph &graph,
                       std::span<const TensorView> arrays)
{
    QBuffer params;
    params.open(QIODevice::WriteOnly);
    if (Result<> written = writeParams(params, arrays, QStringLiteral("model_algo_1-0000.params")); !written)
        return written;
    const std::vector<ArchivedFile> files{{QStringLiteral("hyperparams.json"), hyperparameters},
                                          {QStringLiteral("model_algo_1-symbol.json"), symbolJson(graph)},
                                          {QStringLiteral("model_algo_1-0000.params"), params.data()}};
    return writeModelArchive(target, files, QDateTime::currentSecsSinceEpoch());
}

/// Whether a variable is a running statistic: inputs 3 and 4 of a batch norm, told by their version.
QSet<QString> auxiliaryNames(const SymbolGraph &graph)
{
    QSet<QString> names;
    for (const SymbolNode &node : graph.nodes)
        for (const SymbolOutput &input : node.inputs)
            if (input.version > 0)
                names.insert(graph.nodes[size_t(input.node)].name);
    return names;
}

/// Every parameter of the graph out of the weights, under MXNet's names.
Result<std::vector<TensorView>> arraysFor(const SymbolGraph &graph, const ModelWeights &weights, const QString &shown)
{
    const QSet<QString> auxiliary = auxiliaryNames(graph);
    std::vector<TensorView> arrays;
    for (const SymbolNode &node : graph.nodes) {
        if (!node.isVariable() || node.name == QLatin1String("data") || node.name == QLatin1String("label"))
            continue;
        const TensorView *array = weights.find(node.name);
        if (array == nullptr)
            return failure(Text::tr("%1 has no array %2, which the cloud's network needs").arg(shown, node.name));
        if (array->type != TensorType::Float32)
            return failure(Text::tr("%1: the array %2 is not of 32-bit numbers").arg(shown, node.name));
        TensorView named = *array;
        named.name = (auxiliary.contains(node.name) ? QStringLiteral("aux:") : QStringLiteral("arg:")) + node.name;
        arrays.push_back(std::move(named));
    }
    return arrays;
}

/// How much narrower than the cloud's the network is: 1 but for test models.
int divisorOf(const ModelWeights &weights)
{
    for (const char *name : {"conv0_weight", "conv1_1_weight"}) {
        const TensorView *first = weights.find(QLatin1String(name));
        if (first != nullptr && !first->shape.empty() && first->shape[0] > 0 && kFilters % first->shape[0] == 0)
            return int(kFilters / first->shape[0]);
    }
    return 1;
}

Result<> exportFolder(const QString &model, const QString &target)
{
    const Result<ModelInfo> info = readModelInfo(model);
    if (!info)
        return failure(info.error());
    if (const QString reason = whyNotForTheCloud(*info); !reason.isEmpty())
        return failure(reason);
    const Result<ModelWeights> weights = ModelWeights::open(model);
    if (!weights)
        return failure(weights.error());
    QMap<QString, QString> values = info->hyperparameters;
    values.insert(QStringLiteral("base_network"), info->baseNetwork);
    values.insert(QStringLiteral("num_classes"), QString::number(info->classes.size()));
    values.insert(QStringLiteral("image_shape"), QString::number(info->imageShape));
    SsdSymbolSpec spec;
    spec.baseNetwork = info->baseNetwork;
    spec.imageShape = info->imageShape;
    spec.classes = int(info->classes.size());
    spec.nmsThreshold = values.value(QStringLiteral("nms_threshold"), spec.nmsThreshold);
    spec.nmsTopk = values.value(QStringLiteral("nms_topk"), spec.nmsTopk);
    spec.divisor = divisorOf(*weights);
    const SymbolGraph graph = ssdTrainingSymbol(spec);
    const auto arrays = arraysFor(graph, *weights, QDir::toNativeSeparators(model));
    if (!arrays)
        return failure(arrays.error());
    return writeArtifact(target, artifactHyperparametersText(values), graph, *arrays);
}

} // namespace

QString whyNotForTheCloud(const ModelInfo &info)
{
    if (info.isArtifact || hasSsdSymbol(info.baseNetwork))
        return {};
    return Text::tr("The model %1 has the base network %2, which SageMaker does not have: only vgg-16 and resnet-50 "
                    "can be handed to the cloud.")
        .arg(info.name, info.baseNetwork);
}

Result<> exportArtifact(const QString &model, const QString &target)
{
    if (!isModelArtifact(model))
        return exportFolder(model, target);
    const Result<ModelArtifact> artifact = readModelArtifact(model);
    if (!artifact)
        return failure(artifact.error());
    return writeArtifact(target, artifactHyperparametersText(artifact->hyperparameters), artifact->graph,
                         artifact->params.tensors());
}

} // namespace boxwright
