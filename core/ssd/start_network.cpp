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

/// An earlier model that a training may begin with.
struct EarlierModel
{
    ModelInfo info;
    NamedTensors tensors;
};

Result<EarlierModel> readEarlierModel(const TrainingRequest &request)
{
    const auto info = readModelInfo(request.startModel);
    if (!info)
        return failure(info.error());
    if (const QString reason = whyNotFurther(*info, request); !reason.isEmpty())
        return notFurther(request, reason);
    auto tensors = earlierTensors(request.startModel);
    if (!tensors)
        return failure(tensors.error());
    return EarlierModel{*info, std::move(*tensors)};
}

Result<> takeBackbone(SsdNetworkImpl &network, const EarlierModel &model, const TrainingObserver &observer)
{
    const QString &folder = model.info.folder;
    if (!model.info.isArtifact)
        return takeBaseWeights(network, QDir(folder).filePath(kModelWeightsFile), observer);
    const WeightReport report = copyMatching(
        network, model.tensors, [&](const QString &name) { return network.isBaseWeight(name.toStdString()); });
    for (const QString &line : reportLines(report, folder))
        tell(observer, line);
    return {};
}

Result<> takeWholeModel(SsdNetworkImpl &network, const EarlierModel &model, const TrainingRequest &request)
{
    const WeightReport report = copyMatching(network, model.tensors, [](const QString &) { return true; });
    const QStringList unfit = report.misshapen + report.missing + report.unused;
    if (!unfit.isEmpty())
        return notFurther(request, Text::tr("its layers for image_shape %1 are not those for %2 (%3). Its base network "
                                            "alone can be the start: choose that (--backbone-only), or the same "
                                            "image_shape")
                                       .arg(model.info.imageShape)
                                       .arg(request.hyperparameters.imageShape)
                                       .arg(someNames(unfit)));
    return {};
}

Result<> takeEarlierModel(SsdNetworkImpl &network, const EarlierModel &model, const TrainingRequest &request,
                          const TrainingObserver &observer)
{
    if (request.backboneOnly)
        return takeBackbone(network, model, observer);
    if (Result<> taken = takeWholeModel(network, model, request); !taken)
        return taken;
    const ModelInfo &info = model.info;
    tell(observer, Text::tr("Training goes on from the model %1.").arg(info.name));
    if (info.classes != request.classes)
        tell(observer, Text::tr("Its classes were %1 and are now %2: they are taken in this order.")
                           .arg(info.classes.join(QStringLiteral(", ")), request.classes.join(QStringLiteral(", "))));
    return {};
}

} // namespace

Result<std::shared_ptr<SsdNetworkImpl>> makeStartNetwork(const TrainingRequest &request,
                                                         const TrainingObserver &observer)
{
    const Hyperparameters &values = request.hyperparameters;
    Result<EarlierModel> earlier;
    if (!request.startModel.isEmpty()) {
        earlier = readEarlierModel(request);
        if (!earlier && !request.resume) // a run that goes on has all of it in its checkpoint
            return failure(earlier.error());
    }
    NetworkSpec spec{values.baseNetwork, values.imageShape, values.numClasses};
    spec.widthDivisor = earlier ? widthDivisorOf(earlier->tensors) : 1;
    torch::manual_seed(request.seed);
    auto network = makeNetwork(spec);
    if (request.resume)
        return network;
    Result<> filled;
    if (!request.startModel.isEmpty())
        filled = takeEarlierModel(*network, *earlier, request, observer);
    else if (!request.weightsFile.isEmpty())
        filled = takeBaseWeights(*network, request.weightsFile, observer);
    if (!filled)
        return failure(filled.error());
    return network;
}

} // namespace boxwright::ssd
