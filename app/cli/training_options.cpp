// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_options.h"

#include "app/cli/options.h"
#include "core/base/file_io.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrainingOptions)
};

using Json = nlohmann::json;

constexpr qint64 kMostFileBytes = 1 << 20;
constexpr QLatin1String kPretrained("use_pretrained_model");

std::optional<QString> valueText(const Json &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    if (value.is_number() || value.is_boolean())
        return QString::fromStdString(value.dump());
    return std::nullopt;
}

/// A file of SageMaker's means SageMaker's defaults for what it leaves out.
bool isSagemakers(const HyperparameterSources &sources)
{
    return sources.preset.isEmpty() && !sources.file.isEmpty();
}

Hyperparameters defaultsOf(const HyperparameterSources &sources, const QString &baseNetwork)
{
    if (isSagemakers(sources))
        return Hyperparameters::sagemakerDefaults();
    const qsizetype index = presetWords().indexOf(sources.preset);
    const TrainingPreset preset = index < 0 ? TrainingPreset::Balanced : TrainingPreset(index);
    return presetHyperparameters(preset, {sources.trainingImages, sources.hasWeights, baseNetwork, sources.isOnGpu});
}

} // namespace

Result<> takeValues(const QStringList &texts, QMap<QString, QString> &values)
{
    for (const QString &text : texts) {
        const qsizetype sign = text.indexOf(QLatin1Char('='));
        if (sign <= 0)
            return failure(Text::tr("--set %1: this is not of the form NAME=VALUE.").arg(text));
        values[text.left(sign).trimmed()] = text.mid(sign + 1).trimmed();
    }
    return {};
}

QStringList presetWords()
{
    static_assert(int(TrainingPreset::QuickLook) == 0 && int(TrainingPreset::Balanced) == 1 &&
                  int(TrainingPreset::Thorough) == 2);
    return {QStringLiteral("quick"), QStringLiteral("balanced"), QStringLiteral("thorough")};
}

void AugmentationWords::setUp(Options &options)
{
    options.choice({"--variation", "V", Text::tr("How much images are varied (mild for the quick preset, else full)")},
                   {variationName(ImageVariation::Full), variationName(ImageVariation::Mild)}, variation);
    options.text({"--augment", "STEPS",
                  Text::tr("Steps that vary images, with commas: %1; none: leave them as they are (all)")
                      .arg(AugmentationSettings().steps().join(QLatin1Char(',')))},
                 steps);
}

Result<AugmentationSettings> AugmentationWords::settings(const QString &preset) const
{
    AugmentationSettings settings;
    const bool isQuick = preset == presetWords().constFirst();
    settings.variation = presetVariation(isQuick ? TrainingPreset::QuickLook : TrainingPreset::Balanced);
    if (!variation.isEmpty())
        settings.variation =
            variation == variationName(ImageVariation::Mild) ? ImageVariation::Mild : ImageVariation::Full;
    if (steps.isEmpty())
        return settings;
    const QStringList names =
        steps == QLatin1String("none") ? QStringList() : steps.split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (auto set = settings.setSteps(names); !set)
        return failure(QStringLiteral("--augment: ") + set.error().message);
    return settings;
}

Result<QMap<QString, QString>> readHyperparameterFile(const QString &path)
{
    const Result<QByteArray> content = readFile(path, kMostFileBytes);
    if (!content)
        return failure(content.error());
    QMap<QString, QString> values;
    try {
        const Json json = Json::parse(content->cbegin(), content->cend());
        if (!json.is_object())
            return failure(Text::tr("%1: hyperparameters are one JSON object.").arg(path));
        for (const auto &[key, value] : json.items()) {
            const std::optional<QString> text = valueText(value);
            if (!text)
                return failure(Text::tr("%1: \"%2\" is neither text nor a number: %3")
                                   .arg(path, QString::fromStdString(key), QString::fromStdString(value.dump())));
            values[QString::fromStdString(key)] = *text;
        }
    } catch (const Json::exception &exception) {
        return failure(Text::tr("%1 is no valid JSON.").arg(path), QString::fromLocal8Bit(exception.what()));
    }
    return values;
}

Result<Hyperparameters> chooseHyperparameters(const HyperparameterSources &sources)
{
    QMap<QString, QString> values = sources.ofModel;
    if (!sources.file.isEmpty()) {
        Result<QMap<QString, QString>> fromFile = readHyperparameterFile(sources.file);
        if (!fromFile)
            return failure(fromFile.error());
        values.insert(*fromFile);
    }
    if (auto taken = takeValues(sources.values, values); !taken)
        return failure(taken.error());
    if (!values.contains(kPretrained))
        values[kPretrained] = sources.hasWeights ? QStringLiteral("1") : QStringLiteral("0");
    const QString baseNetwork = values.value(QStringLiteral("base_network"), Hyperparameters().baseNetwork);
    Result<Hyperparameters> chosen = Hyperparameters::fromStrings(values, defaultsOf(sources, baseNetwork));
    if (!chosen || chosen->usePretrainedModel == sources.hasWeights)
        return chosen;
    if (chosen->usePretrainedModel)
        return failure(Text::tr("use_pretrained_model is 1, but there are no weights to start from; name a file with "
                                "--weights, or set use_pretrained_model=0."));
    return failure(
        Text::tr("use_pretrained_model is 0, but --weights or --start-model names a start; leave one of them "
                 "out."));
}

} // namespace boxwright::cli
