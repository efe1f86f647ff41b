// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/augmentation_settings.h"

#include <QTest>

using namespace boxwright;

class AugmentationSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allStepsAreOnAtFirst();
    void setStepsSwitchesTheOthersOff();
    void anUnknownStepIsNamedAndChangesNothing();
    void onlyAQuickLookVariesImagesMildly();
};

void AugmentationSettingsTest::allStepsAreOnAtFirst()
{
    QCOMPARE(AugmentationSettings().steps().join(QLatin1Char(' ')), QStringLiteral("jitter mirror pad crop"));
}

void AugmentationSettingsTest::setStepsSwitchesTheOthersOff()
{
    AugmentationSettings settings;
    QVERIFY(settings.setSteps({QStringLiteral("crop"), QStringLiteral("mirror")}));
    QVERIFY(settings.crop && settings.mirror && !settings.pad && !settings.jitter);
    QVERIFY(settings.setSteps({}));
    QVERIFY(settings.steps().isEmpty());
}

void AugmentationSettingsTest::anUnknownStepIsNamedAndChangesNothing()
{
    AugmentationSettings settings;
    const auto set = settings.setSteps({QStringLiteral("crop"), QStringLiteral("blur")});
    QVERIFY(!set);
    QVERIFY(set.error().message.contains(QStringLiteral("blur")));
    QVERIFY(settings == AugmentationSettings());
}

void AugmentationSettingsTest::onlyAQuickLookVariesImagesMildly()
{
    QCOMPARE(variationName(presetVariation(TrainingPreset::QuickLook)), QStringLiteral("mild"));
    QCOMPARE(variationName(presetVariation(TrainingPreset::Balanced)), QStringLiteral("full"));
    QCOMPARE(variationName(presetVariation(TrainingPreset::Thorough)), QStringLiteral("full"));
}

QTEST_GUILESS_MAIN(AugmentationSettingsTest)
#include "augmentation_settings_test.moc"
