// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/start_network.h"

#include "core/detect/model_info.h"
#include "core/sagemaker/model_artifact.h"
#include "core/ssd/artifact_network.h"
#include "core/ssd/base_weights.h"

#include <QCoreApplication>
#include <QDir>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StartNetwork)
};

void tell(const TrainingObserver &observer, const QString &text)
{
    if (observer)
        observer(NoteEvent{text});
}

Result<> takeBaseWeights(SsdNetworkImpl &network, const QString &file, const TrainingObserver &observer)
{
    const auto report = loadBaseWeights(network, file);
    if (!report)
        return failure(report.error());
    for (const QString &line : reportLines(*report, file))
        tell(observer, line);
    return {};
}

/// Why an earlier model cannot be trained further as a whole, translated; empty where it can.
QString whyNotFurther(const ModelInfo &info, const TrainingRequest &request)
{
    const Hyperparameters &values = request.hyperparameters;
    if (info.baseNetwork != values.baseNetwork)
        return Text::tr("its base network is %1, and base_network here is %2")
            .arg(info.baseNetwork, values.baseNetwork);
    if (!request.backboneOnly && info.classes.size() != values.numClasses)
        return Text::tr(
                   "it has %1 classes, and here there are %2. Its base network alone can be the start: choose that "
                   "(--backbone-only), and the rest is learned anew")
            .arg(info.classes.size())
            .arg(values.numClasses);
    return {};
}

auto notFurther(const TrainingRequest &request, const QString &reason)
{
    return failure(Text::tr("The model %1 cannot be trained further: %2.")
                       .arg(QDir::toNativeSeparators(request.startModel), reason));
}

/// The weights of an earlier model, this program's or the cloud's.
Result<NamedTensors> earlierTensors(const QString &model)
{
    return isModelArtifact(model) ? tensorsOfArtifact(model) : readSafetensors(QDir(model).filePath(kModelWeightsFile));
}

Result<> takeBackbone(SsdNetworkImpl &network, const QString &model, const TrainingObserver &observer)
{
    if (!isModelArtifact(model))
        return takeBaseWeights(network, QDir(model).filePath(kModelWeightsFile), observer);
    const auto tensors = tensorsOfArtifact(model);
    if (!tensors)
        return failure(tensors.error());
    const WeightReport report =
        copyMatching(network, *tensors, [&](const QString &name) { return network.isBaseWeight(name.toStdString()); });
    for (const QString &line : reportLines(report, model))
        tell(observer, line);
    return {};
}

Result<> takeWholeModel(SsdNetworkImpl &network, const ModelInfo &info, const TrainingRequest &request)
{
    const auto tensors = earlierTensors(request.startModel);
    if (!tensors)
        return failure(tensors.error());
    const WeightReport report = copyMatching(network, *tensors, [](const QString &) { return true; });
    const QStringList unfit = report.misshapen + report.missing + report.unused;
    if (!unfit.isEmpty())
        return notFurther(request, Text::tr("its layers for image_shape %1 are not those for %2 (%3). Its base network "
                                            "alone can be the start: choose that (--backbone-only), or the same "
                                            "image_shape")
                                       .arg(info.imageShape)
                                       .arg(request.hyperparameters.imageShape)
                                       .arg(someNames(unfit)));
    return {};
}

Result<> takeEarlierModel(SsdNetworkImpl &network, const TrainingRequest &request, const TrainingObserver &observer)
{
    const auto info = readModelInfo(request.startModel);
    if (!info)
        return failure(info.error());
    if (const QString reason = whyNotFurther(*info, request); !reason.isEmpty())
        return notFurther(request, reason);
    if (request.backboneOnly)
        return takeBackbone(network, request.startModel, observer);
    if (Result<> taken = takeWholeModel(network, *info, request); !taken)
        return taken;
    tell(observer, Text::tr("Training goes on from the model %1.").arg(info->name));
    if (info->classes != request.classes)
        tell(observer, Text::tr("Its classes were %1 and are now %2: they are taken in this order.")
                           .arg(info->classes.join(QStringLiteral(", ")), request.classes.join(QStringLiteral(", "))));
    return {};
}

} // namespace

Result<std::shared_ptr<SsdNetworkImpl>> makeStartNetwork(const TrainingRequest &request,
                                                         const TrainingObserver &observer)
{
    const Hyperparameters &values = request.hyperparameters;
    torch::manual_seed(request.seed);
    auto network = makeNetwork({values.baseNetwork, values.imageShape, values.numClasses});
    Result<> filled;
    if (request.resume)
        return network;
    if (!request.startModel.isEmpty())
        filled = takeEarlierModel(*network, request, observer);
    else if (!request.weightsFile.isEmpty())
        filled = takeBaseWeights(*network, request.weightsFile, observer);
    if (!filled)
        return failure(filled.error());
    return network;
}

} // namespace boxwright::ssd
