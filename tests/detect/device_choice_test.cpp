// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/device_choice.h"

#include <QTest>

using namespace boxwright;

class DeviceChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChoiceIsReadAndWrittenAgain_data();
    void aChoiceIsReadAndWrittenAgain();
    void cudaAloneIsItsFirstGpu();
    void whatIsAutomaticIsDecidedByWhatIsThere();
    void whatIsNoDeviceIsQuoted_data();
    void whatIsNoDeviceIsQuoted();
};

void DeviceChoiceTest::aChoiceIsReadAndWrittenAgain_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<int>>("gpus");
    QTest::newRow("auto") << int(DeviceChoice::Kind::Automatic) << QList<int>{};
    QTest::newRow("cpu") << int(DeviceChoice::Kind::Processor) << QList<int>{};
    QTest::newRow("cuda:2") << int(DeviceChoice::Kind::Gpus) << QList<int>{2};
    QTest::newRow("cuda:3,0") << int(DeviceChoice::Kind::Gpus) << QList<int>{3, 0};
    QTest::newRow("cuda:all") << int(DeviceChoice::Kind::AllGpus) << QList<int>{};
}

void DeviceChoiceTest::aChoiceIsReadAndWrittenAgain()
{
    QFETCH(int, kind);
    QFETCH(QList<int>, gpus);
    const QString text = QLatin1String(QTest::currentDataTag());
    const Result<DeviceChoice> choice = DeviceChoice::parse(text);
    QVERIFY(choice);
    QCOMPARE(int(choice->kind()), kind);
    QCOMPARE(QList<int>(choice->gpus().begin(), choice->gpus().end()), gpus);
    QCOMPARE(choice->text(), text);
}

void DeviceChoiceTest::cudaAloneIsItsFirstGpu()
{
    QCOMPARE(*DeviceChoice::parse(QStringLiteral("cuda")), DeviceChoice::gpus({0}));
}

void DeviceChoiceTest::whatIsAutomaticIsDecidedByWhatIsThere()
{
    const ComputeDevice processor{DeviceChoice::processor(), QStringLiteral("Processor")};
    const ComputeDevice gpu{DeviceChoice::gpus({0}), QStringLiteral("GPU")};
    QCOMPARE(decided({}, {processor}), DeviceChoice());
    QCOMPARE(decided({}, {processor, gpu}), gpu.choice);
    QCOMPARE(decided(processor.choice, {processor, gpu}), processor.choice);
}

void DeviceChoiceTest::whatIsNoDeviceIsQuoted_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "gpu", "CPU", "cuda:", "cuda:x", "cuda:-1", "cuda:0,", "cuda:0,0", "cuda:99999999999"})
        QTest::addRow("<%s>", text) << QString::fromLatin1(text);
}

void DeviceChoiceTest::whatIsNoDeviceIsQuoted()
{
    QFETCH(QString, text);
    const Result<DeviceChoice> choice = DeviceChoice::parse(text);
    QVERIFY(!choice);
    QVERIFY2(choice.error().message.contains(QLatin1Char('"') + text + QLatin1Char('"')),
             qPrintable(choice.error().message));
}

QTEST_GUILESS_MAIN(DeviceChoiceTest)
#include "device_choice_test.moc"
