// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/artifact_info.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <array>
#include <cstring>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArtifactInfo)
};

constexpr int kMostClasses = 10'000;

/// The cloud calls all its models model.tar.gz: there the folder tells one from the other.
QString titleOf(const ModelArtifact &artifact)
{
    const QString name = artifact.name();
    const QString folder = QFileInfo(QFileInfo(artifact.path).absolutePath()).fileName();
    return name == QLatin1String("model") && !folder.isEmpty() ? folder + QLatin1Char('/') + name : name;
}

} // namespace

Result<QStringList> namedClasses(const ModelArtifact &artifact, int count, const QStringList &classNames)
{
    if (!classNames.isEmpty()) {
        if (classNames.size() == count)
            return classNames;
        return failure(Text::tr("The model %1 has %2 classes, but %3 were named: %4")
                           .arg(QDir::toNativeSeparators(artifact.path))
                           .arg(count)
                           .arg(classNames.size())
                           .arg(classNames.mid(0, 10).join(QStringLiteral(", "))));
    }
    QStringList numbers;
    for (int number = 0; number < count; ++number)
        numbers << QString::number(number);
    return numbers;
}

Result<ModelInfo> artifactInfo(const ModelArtifact &artifact, const std::optional<RecognizedSsd> &recognized,
                               const QStringList &classNames)
{
    const QString conflict = recognized ? hyperparameterConflict(artifact, *recognized) : QString();
    if (!conflict.isEmpty())
        return failure(conflict);
    ModelInfo info;
    info.name = titleOf(artifact);
    info.folder = QDir(artifact.path).absolutePath();
    info.isArtifact = true;
    info.isTrainable = recognized.has_value();
    info.hasClassNames = !classNames.isEmpty();
    info.hyperparameters = artifact.hyperparameters;
    info.imageShape = artifactImageShape(artifact);
    info.baseNetwork =
        recognized ? recognized->spec.baseNetwork : artifact.hyperparameters.value(QStringLiteral("base_network"));
    const int said = artifact.hyperparameters.value(QStringLiteral("num_classes")).toInt();
    const int count = recognized ? recognized->spec.classes : said;
    if (count < 1 || count > kMostClasses) { // running it will tell
        info.classes = classNames;
        return info;
    }
    Result<QStringList> classes = namedClasses(artifact, count, classNames);
    if (!classes)
        return failure(classes.error());
    info.classes = std::move(*classes);
    return info;
}

PixelInput usualPixelInput(const ModelArtifact &artifact)
{
    // Near (123, 117, 104) the network has seen pixels as they are, near 0 without their mean.
    constexpr double kBetween = (123.0 + 117.0 + 104.0) / 2;
    const TensorView *mean = artifact.find(QStringLiteral("bn_data_moving_mean"));
    if (mean == nullptr || mean->type != TensorType::Float32 || mean->bytes.size() != 3 * qsizetype(sizeof(float)))
        return PixelInput::RgbMean;
    std::array<float, 3> values{};
    std::memcpy(values.data(), mean->bytes.data(), sizeof(values));
    const double sum = double(values[0]) + double(values[1]) + double(values[2]);
    return sum > kBetween ? PixelInput::RgbRaw : PixelInput::RgbMean;
}

} // namespace boxwright
