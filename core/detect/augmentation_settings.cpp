// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/augmentation_settings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AugmentationSettings)
};

struct Step
{
    const char *name;
    bool AugmentationSettings::*isOn;
};

constexpr std::array<Step, 4> kSteps{{{"jitter", &AugmentationSettings::jitter},
                                      {"mirror", &AugmentationSettings::mirror},
                                      {"pad", &AugmentationSettings::pad},
                                      {"crop", &AugmentationSettings::crop}}};

} // namespace

QStringList AugmentationSettings::steps() const
{
    QStringList names;
    for (const Step &step : kSteps) {
        if (this->*step.isOn)
            names << QString::fromLatin1(step.name);
    }
    return names;
}

Result<> AugmentationSettings::setSteps(const QStringList &names)
{
    AugmentationSettings changed = *this;
    for (const Step &step : kSteps)
        changed.*step.isOn = false;
    for (const QString &name : names) {
        const auto *found = std::find_if(kSteps.begin(), kSteps.end(),
                                         [&](const Step &step) { return name == QLatin1String(step.name); });
        if (found == kSteps.end())
            return failure(Text::tr("\"%1\" is no step of augmentation; the steps are %2.")
                               .arg(name, AugmentationSettings().steps().join(QStringLiteral(", "))));
        changed.*(found->isOn) = true;
    }
    *this = changed;
    return {};
}

ImageVariation presetVariation(TrainingPreset preset)
{
    return preset == TrainingPreset::QuickLook ? ImageVariation::Mild : ImageVariation::Full;
}

QString variationName(ImageVariation variation)
{
    return variation == ImageVariation::Mild ? QStringLiteral("mild") : QStringLiteral("full");
}

} // namespace boxwright
