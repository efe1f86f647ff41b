// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/base_weights.h"

#include "core/mxnet/params_file.h"
#include "core/ssd/array_tensors.h"
#include "core/weights/resnet_onnx.h"
#include "core/weights/torch_file.h"
#include "core/weights/vgg16_layout.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BaseWeights)
};

/// What torchvision's networks take: (x / 255 - mean) / deviation.
constexpr std::array<double, 3> kTorchMean{0.485, 0.456, 0.406};
constexpr std::array<double, 3> kTorchDeviation{0.229, 0.224, 0.225};

enum class WeightFileKind
{
    Unknown,
    Safetensors,
    Torch,
    Onnx,
    Params
};

WeightFileKind weightFileKind(QByteArrayView bytes)
{
    constexpr QByteArrayView kParams("\x12\x01\0\0\0\0\0\0", 8); // MXNet's kMXAPINDArrayListMagic
    if (isTorchFile(bytes))
        return WeightFileKind::Torch;
    if (bytes.startsWith(kParams))
        return WeightFileKind::Params;
    if (bytes.size() > 8 && bytes[8] == '{')
        return WeightFileKind::Safetensors;
    return isOnnxFile(bytes) ? WeightFileKind::Onnx : WeightFileKind::Unknown;
}

auto unusable(const QString &file, const QString &reason)
{
    return failure(Text::tr("%1 is no usable file of weights: %2").arg(QDir::toNativeSeparators(file), reason));
}

InputScale inputScale(const SsdNetworkImpl &network)
{
    const Preprocessing from = network.preprocessing();
    InputScale scale;
    std::copy(from.mean.begin(), from.mean.end(), scale.mean.begin());
    std::copy(from.deviation.begin(), from.deviation.end(), scale.deviation.begin());
    return scale;
}

/// The first convolution for our input instead of torchvision's: w' = w d / (255 s), b' = b + sum w (p - 255 m) / (255
/// s) for our (x - p) / d. At the border our zeros are not quite theirs, by less than one grey level.
void takeOwnInput(NamedTensors &tensors, const SsdNetworkImpl &network)
{
    const auto weight = tensors.find(QStringLiteral("conv1_1_weight"));
    const auto bias = tensors.find(QStringLiteral("conv1_1_bias"));
    if (weight == tensors.end() || bias == tensors.end() || weight->dim() != 4 || weight->size(1) != 3)
        return; // told as missing or misshapen later
    const InputScale ours = inputScale(network);
    torch::Tensor scale = torch::empty({3}, torch::kFloat64);
    torch::Tensor shift = torch::empty({3}, torch::kFloat64);
    for (int64_t i = 0; i < 3; ++i) {
        const auto at = static_cast<size_t>(i);
        const double width = 255 * kTorchDeviation[at];
        scale[i] = ours.deviation[at] / width;
        shift[i] = (ours.mean[at] - 255 * kTorchMean[at]) / width;
    }
    const torch::Tensor theirs = weight->to(torch::kFloat64); // (64, 3, 3, 3)
    *bias = bias->to(torch::kFloat64) + (theirs * shift.view({1, 3, 1, 1})).sum({1, 2, 3});
    *weight = theirs * scale.view({1, 3, 1, 1});
}

/// A ResNet of MXNet's zoo took raw pixels: its first batch norm knows their mean, and ours may be taken off before.
void takeOwnInput(const Preprocessing &input, torch::Tensor &movingMean)
{
    constexpr double kLeastRawMean = 50; // of 0..255; the means of normalised input lie near 0 (facts 0.4)
    if (movingMean.numel() == 3 && movingMean.to(torch::kFloat32).min().item<double>() > kLeastRawMean)
        movingMean = movingMean.to(torch::kFloat32) - torch::tensor(at::ArrayRef<float>(input.mean));
}

QString untagged(const QString &name)
{
    const bool isTagged = name.startsWith(QLatin1String("arg:")) || name.startsWith(QLatin1String("aux:"));
    return isTagged ? name.mid(4) : name;
}

/// What a file offers to a network: tensors of its names, and the names of the rest.
struct Offer
{
    NamedTensors tensors;
    QStringList others;
};

Result<Offer> offerOf(const WeightArrays &arrays, const SsdNetworkImpl &network)
{
    const NamedTensors own = namedTensors(network);
    Offer offer;
    for (const TensorView &view : arrays.tensors) {
        const QString name = untagged(view.name);
        const auto tensor = own.contains(name) && !view.isNone() ? tensorOf(view) : std::nullopt;
        if (tensor)
            offer.tensors.insert(name, *tensor);
        else
            offer.others << view.name;
    }
    return offer;
}

Result<Offer> offerOfTorch(QByteArrayView bytes, const SsdNetworkImpl &network)
{
    Result<WeightArrays> arrays = readTorchFile(bytes);
    if (!arrays)
        return failure(arrays.error());
    const bool isVgg = namedTensors(network).contains(QStringLiteral("conv1_1_weight"));
    const Vgg16Source source = isVgg ? vgg16Source(*arrays) : Vgg16Source::Unknown;
    if (source == Vgg16Source::Unknown)
        return offerOf(*arrays, network);
    const Result<WeightArrays> reduced = reducedVgg16(*arrays);
    if (!reduced)
        return failure(reduced.error());
    Result<Offer> offer = offerOf(*reduced, network);
    if (offer && source == Vgg16Source::Torchvision)
        takeOwnInput(offer->tensors, network);
    return offer;
}

Result<Offer> offerOfOnnx(QByteArrayView bytes, const SsdNetworkImpl &network)
{
    const Result<OnnxGraph> graph = readOnnxFile(bytes);
    if (!graph)
        return failure(graph.error());
    const Result<WeightArrays> arrays = resnetFromOnnx(*graph, inputScale(network));
    return arrays ? offerOf(*arrays, network) : Result<Offer>(failure(arrays.error()));
}

Result<Offer> offerOfParams(const QString &file, const SsdNetworkImpl &network)
{
    const Result<ParamsFile> params = ParamsFile::open(file);
    if (!params)
        return failure(params.error());
    Result<Offer> offer = offerOf({params->tensors(), {}}, network);
    const auto mean = offer->tensors.find(QStringLiteral("bn_data_moving_mean"));
    if (mean != offer->tensors.end())
        takeOwnInput(network.preprocessing(), *mean);
    return offer;
}

Result<Offer> offerOfSafetensors(const QString &file, const SsdNetworkImpl &network)
{
    Result<NamedTensors> tensors = readSafetensors(file);
    if (!tensors)
        return failure(tensors.error());
    const NamedTensors own = namedTensors(network);
    Offer offer;
    for (auto entry = tensors->begin(); entry != tensors->end(); ++entry) {
        if (own.contains(entry.key()))
            offer.tensors.insert(entry.key(), entry.value());
        else
            offer.others << entry.key();
    }
    return offer;
}

Result<Offer> readOffer(const QString &file, const SsdNetworkImpl &network)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(QDir::toNativeSeparators(file), input.errorString()));
    const qint64 size = input.size();
    const uchar *mapped = size > 0 ? input.map(0, size) : nullptr; // until `input` ends
    if (!mapped)
        return unusable(file, size > 0 ? input.errorString() : Text::tr("it is empty"));
    const QByteArrayView bytes(mapped, size);
    Result<Offer> offer;
    switch (weightFileKind(bytes)) {
    case WeightFileKind::Safetensors:
        return offerOfSafetensors(file, network);
    case WeightFileKind::Params:
        return offerOfParams(file, network);
    case WeightFileKind::Torch:
        offer = offerOfTorch(bytes, network);
        break;
    case WeightFileKind::Onnx:
        offer = offerOfOnnx(bytes, network);
        break;
    case WeightFileKind::Unknown:
        return unusable(file, Text::tr("it is neither safetensors, nor torch's .pth, nor ONNX, nor MXNet's .params"));
    }
    if (!offer)
        return unusable(file, offer.error().message);
    return offer;
}

} // namespace

Result<WeightReport> loadBaseWeights(SsdNetworkImpl &network, const QString &file)
try {
    const Result<Offer> offer = readOffer(file, network);
    if (!offer)
        return failure(offer.error());
    WeightReport report = copyMatching(network, offer->tensors,
                                       [&](const QString &name) { return network.isBaseWeight(name.toStdString()); });
    report.unused += offer->others;
    if (!report.taken.isEmpty())
        return report;
    const QString reason = report.misshapen.isEmpty() ? Text::tr("it holds %1")
                                                            .arg(report.unused.isEmpty() ? Text::tr("no tensor at all")
                                                                                         : someNames(report.unused))
                                                      : someNames(report.misshapen);
    return failure(Text::tr("%1 has no weights for this base network: %2").arg(QDir::toNativeSeparators(file), reason));
} catch (const std::exception &error) {
    return failure(Text::tr("%1 could not be loaded").arg(QDir::toNativeSeparators(file)),
                   QString::fromUtf8(error.what()));
}

QStringList reportLines(const WeightReport &report, const QString &file)
{
    const auto wanted = report.taken.size() + report.missing.size() + report.misshapen.size();
    QStringList lines{Text::tr("%1 of %2 tensors of the base network come from %3.")
                          .arg(report.taken.size())
                          .arg(wanted)
                          .arg(QDir::toNativeSeparators(file))};
    if (!report.missing.isEmpty())
        lines << Text::tr("%n tensor(s) of the base network are missing there and start from random numbers: %1",
                          nullptr, static_cast<int>(report.missing.size()))
                     .arg(someNames(report.missing));
    if (!report.misshapen.isEmpty())
        lines << Text::tr("%n tensor(s) have another shape and start from random numbers: %1", nullptr,
                          static_cast<int>(report.misshapen.size()))
                     .arg(someNames(report.misshapen));
    if (!report.unused.isEmpty())
        lines << Text::tr("%n tensor(s) of the file have no place in the base network: %1", nullptr,
                          static_cast<int>(report.unused.size()))
                     .arg(someNames(report.unused));
    return lines;
}

} // namespace boxwright::ssd
