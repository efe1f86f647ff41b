// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_options.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;
using namespace boxwright::cli;

class TrainingOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleValuesWinOverTheFile();
    void aFileMeansTheDefaultsOfSageMaker();
    void withoutAFileThePresetIsTheStart();
    void aFileTakesTextNumbersAndBooleans();
    void aBadFileIsNamedWithItsKey_data();
    void aBadFileIsNamedWithItsKey();
    void aValueNeedsANameAndASign_data();
    void aValueNeedsANameAndASign();
    void pretrainedFollowsTheWeights();
    void pretrainedAndWeightsMustAgree();

private:
    QString write(const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QStringLiteral("hyperparameters.json")));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
};

void TrainingOptionsTest::singleValuesWinOverTheFile()
{
    HyperparameterSources sources;
    sources.file = write(R"({"epochs": "7", "momentum": "0.5"})");
    sources.values = QStringList{QStringLiteral("epochs=3"), QStringLiteral("epochs = 4")};
    const auto chosen = chooseHyperparameters(sources);
    QVERIFY2(chosen, chosen ? "" : qPrintable(chosen.error().message));
    QCOMPARE(chosen->epochs, 4);
    QCOMPARE(chosen->momentum, 0.5);
}

void TrainingOptionsTest::aFileMeansTheDefaultsOfSageMaker()
{
    HyperparameterSources sources;
    sources.file = write(R"({"epochs": "7"})");
    sources.trainingImages = 100;
    const auto chosen = chooseHyperparameters(sources);
    QVERIFY(chosen);
    QCOMPARE(chosen->miniBatchSize, 32);
    QCOMPARE(chosen->learningRate, 0.001);
    QCOMPARE(chosen->baseNetwork, QStringLiteral("vgg-16"));
}

void TrainingOptionsTest::withoutAFileThePresetIsTheStart()
{
    HyperparameterSources sources;
    sources.trainingImages = 96;
    for (qsizetype index = 0; index < presetWords().size(); ++index) {
        sources.preset = presetWords()[index];
        const auto chosen = chooseHyperparameters(sources);
        QVERIFY(chosen);
        QCOMPARE(*chosen, presetHyperparameters(TrainingPreset(index), {.trainingImages = 96}));
    }
    sources.preset.clear();
    QCOMPARE(*chooseHyperparameters(sources), presetHyperparameters(TrainingPreset::Balanced, {.trainingImages = 96}));
}

void TrainingOptionsTest::aFileTakesTextNumbersAndBooleans()
{
    const auto values = readHyperparameterFile(
        write(R"({"epochs": 7, "learning_rate": 0.001, "optimizer": "sgd", "early_stopping": true})"));
    QVERIFY(values);
    QCOMPARE((*values)[QStringLiteral("epochs")], QStringLiteral("7"));
    QCOMPARE((*values)[QStringLiteral("learning_rate")], QStringLiteral("0.001"));
    QCOMPARE((*values)[QStringLiteral("optimizer")], QStringLiteral("sgd"));
    HyperparameterSources sources;
    sources.file = m_folder.filePath(QStringLiteral("hyperparameters.json"));
    const auto chosen = chooseHyperparameters(sources);
    QVERIFY2(chosen, chosen ? "" : qPrintable(chosen.error().message));
    QVERIFY(chosen->earlyStopping);
}

void TrainingOptionsTest::aBadFileIsNamedWithItsKey_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    QTest::newRow("no JSON") << QByteArray("epochs=3") << QStringLiteral("JSON");
    QTest::newRow("no object") << QByteArray("[1, 2]") << QStringLiteral("object");
    QTest::newRow("a list inside") << QByteArray(R"({"lr_scheduler_step": [1, 2]})")
                                   << QStringLiteral("\"lr_scheduler_step\"");
    QTest::newRow("nothing inside") << QByteArray(R"({"epochs": null})") << QStringLiteral("\"epochs\"");
    QTest::newRow("an empty file") << QByteArray() << QStringLiteral("JSON");
}

void TrainingOptionsTest::aBadFileIsNamedWithItsKey()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    const QString path = write(content);
    const auto values = readHyperparameterFile(path);
    QVERIFY(!values);
    QVERIFY2(values.error().message.contains(path), qPrintable(values.error().message));
    QVERIFY2(values.error().message.contains(word), qPrintable(values.error().message));
}

void TrainingOptionsTest::aValueNeedsANameAndASign_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no sign") << QStringLiteral("epochs");
    QTest::newRow("no name") << QStringLiteral("=3");
    QTest::newRow("unknown name") << QStringLiteral("epoch_count=3");
    QTest::newRow("out of range") << QStringLiteral("epochs=-3");
}

void TrainingOptionsTest::aValueNeedsANameAndASign()
{
    QFETCH(QString, text);
    HyperparameterSources sources;
    sources.values = QStringList{text};
    const auto chosen = chooseHyperparameters(sources);
    QVERIFY(!chosen);
    QVERIFY2(chosen.error().message.contains(text.section(QLatin1Char('='), 0, 0)), qPrintable(chosen.error().message));
}

void TrainingOptionsTest::pretrainedFollowsTheWeights()
{
    HyperparameterSources sources;
    QVERIFY(!chooseHyperparameters(sources)->usePretrainedModel);
    sources.hasWeights = true;
    QVERIFY(chooseHyperparameters(sources)->usePretrainedModel);
}

void TrainingOptionsTest::pretrainedAndWeightsMustAgree()
{
    HyperparameterSources sources;
    sources.values = QStringList{QStringLiteral("use_pretrained_model=1")};
    QVERIFY(!chooseHyperparameters(sources));
    sources.hasWeights = true;
    QVERIFY(chooseHyperparameters(sources));
    sources.values = QStringList{QStringLiteral("use_pretrained_model=0")};
    QVERIFY(!chooseHyperparameters(sources));
}

QTEST_GUILESS_MAIN(TrainingOptionsTest)
#include "training_options_test.moc"
