// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/artifact_network.h"

#include "core/detect/artifact_info.h"
#include "core/ssd/graph_tensor.h"
#include "core/ssd/weight_matching.h"

#include <QCoreApplication>
#include <QDir>

#include <cstring>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArtifactNetwork)
};

/// mxnet-ssd's (facts 2.7): red, green, blue.
constexpr std::array<float, 3> kPixelMean{123, 117, 104};

/// Copies one array; says what is wrong, empty where nothing is.
QString fillTensor(torch::Tensor target, const TensorView *view, const QString &name)
{
    if (view == nullptr)
        return Text::tr("the parameter %1 is missing").arg(name);
    const std::vector<qint64> shape(target.sizes().begin(), target.sizes().end());
    if (view->shape != shape)
        return Text::tr("the parameter %1 has the shape %2, and the network needs %3")
            .arg(name, shapeText(view->shape), shapeText(shape));
    if (view->type == TensorType::Float32 && target.is_contiguous() && target.scalar_type() == torch::kFloat32 &&
        qsizetype(target.nbytes()) == view->bytes.size()) {
        std::memcpy(target.data_ptr(), view->bytes.data(), target.nbytes());
        if (!torch::isfinite(target.sum()).item<bool>() && !torch::isfinite(target).all().item<bool>())
            return Text::tr("the array %1 holds numbers that are not finite (NaN or infinity)").arg(name);
        return {};
    }
    const Result<torch::Tensor> values = toTensor(*view);
    if (!values)
        return values.error().message;
    target.copy_(*values);
    return {};
}

torch::Tensor flippedChannels(const torch::Tensor &values, int64_t axis)
{
    return values.flip({axis});
}

} // namespace

Result<std::shared_ptr<SsdNetworkImpl>> networkOfArtifact(const ModelArtifact &artifact,
                                                          const RecognizedSsd &recognized)
{
    const torch::NoGradGuard noGradients;
    const SsdSymbolSpec &spec = recognized.spec;
    const std::shared_ptr<SsdNetworkImpl> network =
        makeNetwork({spec.baseNetwork, spec.imageShape, spec.classes, spec.divisor});
    if (!network)
        return failure(Text::tr("This program has no network %1").arg(spec.baseNetwork));
    const NamedTensors own = namedTensors(*network);
    for (auto entry = own.begin(); entry != own.end(); ++entry) {
        const QString name = recognized.names.value(entry.key());
        const QString problem = name.isEmpty() ? Text::tr("the network has no %1").arg(entry.key())
                                               : fillTensor(entry.value(), artifact.find(name), name);
        if (!problem.isEmpty())
            return failure(
                Text::tr("%1: %2: %3").arg(QDir::toNativeSeparators(artifact.path), artifact.paramsName, problem));
    }
    return network;
}

Preprocessing preprocessingOf(PixelInput input)
{
    switch (input) {
    case PixelInput::RgbMean:
        return {kPixelMean, {1, 1, 1}};
    case PixelInput::BgrMean:
        return {{kPixelMean[2], kPixelMean[1], kPixelMean[0]}, {1, 1, 1}};
    case PixelInput::RgbRaw:
    case PixelInput::BgrRaw:
        break;
    }
    return {};
}

void takeUsualPixels(SsdNetworkImpl &network, PixelInput input)
{
    const torch::NoGradGuard noGradients;
    NamedTensors tensors = namedTensors(network);
    const bool isBgr = input == PixelInput::BgrMean || input == PixelInput::BgrRaw;
    const bool isRaw = input == PixelInput::RgbRaw || input == PixelInput::BgrRaw;
    const bool hasNorm = tensors.contains(QStringLiteral("bn_data_moving_mean"));
    torch::Tensor weight = tensors.value(hasNorm ? QStringLiteral("conv0_weight") : QStringLiteral("conv1_1_weight"));
    if (!weight.defined())
        return;
    if (isBgr) {
        weight.copy_(flippedChannels(weight, 1)); // (out, channel, h, w)
        for (const char *name : {"bn_data_gamma", "bn_data_beta", "bn_data_moving_mean", "bn_data_moving_var"})
            if (torch::Tensor values = tensors.value(QLatin1String(name)); values.defined())
                values.copy_(flippedChannels(values, 0));
    }
    if (!isRaw)
        return;
    const torch::Tensor mean = torch::tensor({kPixelMean[0], kPixelMean[1], kPixelMean[2]});
    if (hasNorm)
        tensors[QStringLiteral("bn_data_moving_mean")].sub_(mean);
    else // w * pixels = w * (pixels - mean) + w * mean
        tensors[QStringLiteral("conv1_1_bias")].add_((weight * mean.reshape({1, 3, 1, 1})).sum({1, 2, 3}));
}

Result<NamedTensors> tensorsOfArtifact(const QString &path, std::optional<PixelInput> pixels)
{
    const Result<ModelArtifact> artifact = readModelArtifact(path);
    if (!artifact)
        return failure(artifact.error());
    const std::optional<RecognizedSsd> recognized = recognizeSsd(*artifact);
    if (!recognized)
        return failure(Text::tr("The network of %1 is none of those that this program trains; it can only detect.")
                           .arg(QDir::toNativeSeparators(path)));
    const Result<ModelSettings> settings = readModelSettings(path);
    if (!settings)
        return failure(settings.error());
    const Result<std::shared_ptr<SsdNetworkImpl>> network = networkOfArtifact(*artifact, *recognized);
    if (!network)
        return failure(network.error());
    const PixelInput likely = settings->pixels.value_or(usualPixelInput(*artifact));
    takeUsualPixels(**network, pixels.value_or(likely));
    return namedTensors(**network);
}

} // namespace boxwright::ssd
