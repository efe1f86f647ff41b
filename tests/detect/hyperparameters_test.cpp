// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/hyperparameters.h"

#include <QTest>

using namespace boxwright;

class HyperparametersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreThoseOfSageMaker();
    void everyValueSurvivesTheWayThroughStrings();
    void valuesAreTaken_data();
    void valuesAreTaken();
    void badValuesAreRefusedByNameValueAndRange_data();
    void badValuesAreRefusedByNameValueAndRange();
    void whatMeansNothingOnOneMachineIsTakenWithoutEffect();
    void theFileOfAGenuineArtifactIsTaken();
    void aPresetSuitsTheNumberOfImages_data();
    void aPresetSuitsTheNumberOfImages();
    void aMoreThoroughPresetTrainsLonger();
    void aGpuGetsLargeBatchesAndAsManySteps();
    void aNetworkWithoutBatchNormLearnsInSmallerSteps();
};

void HyperparametersTest::theDefaultsAreThoseOfSageMaker()
{
    const QMap<QString, QString> values = Hyperparameters::sagemakerDefaults().toStrings();
    QCOMPARE(values.size(), 22);
    const QMap<QString, QString> documented{
        {QStringLiteral("base_network"), QStringLiteral("vgg-16")},
        {QStringLiteral("early_stopping"), QStringLiteral("False")},
        {QStringLiteral("early_stopping_min_epochs"), QStringLiteral("10")},
        {QStringLiteral("early_stopping_patience"), QStringLiteral("5")},
        {QStringLiteral("early_stopping_tolerance"), QStringLiteral("0")},
        {QStringLiteral("image_shape"), QStringLiteral("300")},
        {QStringLiteral("epochs"), QStringLiteral("30")},
        {QStringLiteral("freeze_layer_pattern"), QString()},
        {QStringLiteral("label_width"), QStringLiteral("350")},
        {QStringLiteral("learning_rate"), QStringLiteral("0.001")},
        {QStringLiteral("lr_scheduler_factor"), QStringLiteral("0.1")},
        {QStringLiteral("lr_scheduler_step"), QString()},
        {QStringLiteral("mini_batch_size"), QStringLiteral("32")},
        {QStringLiteral("momentum"), QStringLiteral("0.9")},
        {QStringLiteral("nms_threshold"), QStringLiteral("0.45")},
        {QStringLiteral("optimizer"), QStringLiteral("sgd")},
        {QStringLiteral("overlap_threshold"), QStringLiteral("0.5")},
        {QStringLiteral("use_pretrained_model"), QStringLiteral("1")},
        {QStringLiteral("weight_decay"), QStringLiteral("0.0005")},
        {QStringLiteral("nms_topk"), QStringLiteral("400")},
    };
    for (auto entry = documented.cbegin(); entry != documented.cend(); ++entry)
        QVERIFY2(values.value(entry.key()) == entry.value(),
                 qPrintable(entry.key() + QStringLiteral(" is ") + values.value(entry.key())));
}

void HyperparametersTest::everyValueSurvivesTheWayThroughStrings()
{
    Hyperparameters values;
    values.baseNetwork = QStringLiteral("vgg-16");
    values.numClasses = 3;
    values.numTrainingSamples = 96;
    values.usePretrainedModel = false;
    values.epochs = 7;
    values.imageShape = 512;
    values.miniBatchSize = 4;
    values.learningRate = 0.1 + 0.2; // a number with all its digits
    values.lrSchedulerFactor = 0.25;
    values.lrSchedulerStep = {3, 5};
    values.momentum = 0;
    values.weightDecay = 0;
    values.overlapThreshold = 1;
    values.nmsThreshold = 0.3;
    values.nmsTopk = 100;
    values.freezeLayerPattern = QStringLiteral("^(conv1_|conv2_).*");
    values.earlyStopping = true;
    values.earlyStoppingMinEpochs = 2;
    values.earlyStoppingPatience = 1;
    values.earlyStoppingTolerance = 0.01;
    values.labelWidth = 700;
    const auto read = Hyperparameters::fromStrings(values.toStrings());
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QVERIFY(*read == values);
}

void HyperparametersTest::valuesAreTaken_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const char *name, const char *value, const char *expected) {
        QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(value)
                             << QString::fromLatin1(expected);
    };
    row("with spaces", "epochs", " 12 ", "12");
    row("exponent", "learning_rate", "1e-3", "0.001");
    row("upper end", "learning_rate", "1", "1");
    row("lower case truth", "early_stopping", "true", "True");
    row("truth as a digit", "early_stopping", "0", "False");
    row("epochs with spaces", "lr_scheduler_step", "10, 20", "10,20");
    row("no epochs", "lr_scheduler_step", "", "");
    row("not counted", "num_classes", "0", "0");
    row("lowest shape", "image_shape", "300", "300");
}

void HyperparametersTest::valuesAreTaken()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const auto read = Hyperparameters::fromStrings({{name, value}});
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->toStrings().value(name), expected);
}

void HyperparametersTest::badValuesAreRefusedByNameValueAndRange_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *title, const char *name, const char *value, const char *words) {
        QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(value) << QString::fromLatin1(words);
    };
    row("no such name", "epoch", "3", "no hyperparameter named epoch");
    row("not a number", "epochs", "many", "epochs is \"many\"");
    row("fraction for a whole number", "epochs", "1.5", "whole number");
    row("zero epochs", "epochs", "0", "from 1 to");
    row("too small a shape", "image_shape", "299", "from 300 to");
    row("too large a shape", "image_shape", "100000", "to 2048");
    row("learning rate 0", "learning_rate", "0", "above 0 and at most 1");
    row("learning rate above 1", "learning_rate", "1.01", "above 0 and at most 1");
    row("not finite", "learning_rate", "nan", "learning_rate is \"nan\"");
    row("infinite", "momentum", "inf", "from 0 to 1");
    row("factor 1", "lr_scheduler_factor", "1", "above 0 and below 1");
    row("weight decay 1", "weight_decay", "1", "at least 0 and below 1");
    row("falling epochs", "lr_scheduler_step", "20,10", "rising epoch numbers");
    row("words for epochs", "lr_scheduler_step", "a,b", "rising epoch numbers");
    row("broken expression", "freeze_layer_pattern", "(conv", "regular expression");
    row("half a truth", "early_stopping", "maybe", "True or False");
    row("network unknown", "base_network", "alexnet", "one of mobilenet-v2, resnet-50, vgg-16");
    row("optimizer unknown", "optimizer", "lion", "one of sgd, adam, rmsprop, adadelta");
    row("label width below one box", "label_width", "6", "from 7");
    row("empty", "epochs", "", "epochs is \"\"");
    row("no way to share weights", "kv_store", "cloud", "one of device, local, dist_sync, dist_async");
}

void HyperparametersTest::badValuesAreRefusedByNameValueAndRange()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, words);
    const auto read = Hyperparameters::fromStrings({{name, value}});
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(name), qPrintable(read.error().message));
}

void HyperparametersTest::whatMeansNothingOnOneMachineIsTakenWithoutEffect()
{
    const auto read = Hyperparameters::fromStrings({{QStringLiteral("kv_store"), QStringLiteral("dist_sync")},
                                                    {QStringLiteral("_num_kv_servers"), QStringLiteral("auto")}});
    QVERIFY(read);
    QVERIFY(*read == Hyperparameters());
}

void HyperparametersTest::theFileOfAGenuineArtifactIsTaken()
{
    // The container's own defaults (facts 1.1): all 26 keys, two of them still empty.
    const QMap<QString, QString> file{{QStringLiteral("label_width"), QStringLiteral("350")},
                                      {QStringLiteral("early_stopping_min_epochs"), QStringLiteral("10")},
                                      {QStringLiteral("epochs"), QStringLiteral("30")},
                                      {QStringLiteral("overlap_threshold"), QStringLiteral("0.5")},
                                      {QStringLiteral("lr_scheduler_factor"), QStringLiteral("0.1")},
                                      {QStringLiteral("_num_kv_servers"), QStringLiteral("auto")},
                                      {QStringLiteral("weight_decay"), QStringLiteral("0.0005")},
                                      {QStringLiteral("mini_batch_size"), QStringLiteral("32")},
                                      {QStringLiteral("use_pretrained_model"), QStringLiteral("0")},
                                      {QStringLiteral("freeze_layer_pattern"), QString()},
                                      {QStringLiteral("lr_scheduler_step"), QString()},
                                      {QStringLiteral("early_stopping"), QStringLiteral("False")},
                                      {QStringLiteral("early_stopping_patience"), QStringLiteral("5")},
                                      {QStringLiteral("momentum"), QStringLiteral("0.9")},
                                      {QStringLiteral("num_training_samples"), QString()},
                                      {QStringLiteral("optimizer"), QStringLiteral("sgd")},
                                      {QStringLiteral("_tuning_objective_metric"), QString()},
                                      {QStringLiteral("early_stopping_tolerance"), QStringLiteral("0.0")},
                                      {QStringLiteral("learning_rate"), QStringLiteral("0.001")},
                                      {QStringLiteral("kv_store"), QStringLiteral("device")},
                                      {QStringLiteral("nms_threshold"), QStringLiteral("0.45")},
                                      {QStringLiteral("num_classes"), QString()},
                                      {QStringLiteral("base_network"), QStringLiteral("vgg-16")},
                                      {QStringLiteral("nms_topk"), QStringLiteral("400")},
                                      {QStringLiteral("_kvstore"), QStringLiteral("device")},
                                      {QStringLiteral("image_shape"), QStringLiteral("300")}};
    QCOMPARE(file.size(), 26);
    const auto read = Hyperparameters::fromStrings(file);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    Hyperparameters expected = Hyperparameters::sagemakerDefaults();
    expected.usePretrainedModel = false; // guide and container disagree
    QVERIFY(*read == expected);
}

void HyperparametersTest::aPresetSuitsTheNumberOfImages_data()
{
    QTest::addColumn<int>("images");
    for (int images : {0, 1, 3, 8, 96, 1000, 100'000})
        QTest::addRow("%d images", images) << images;
}

void HyperparametersTest::aPresetSuitsTheNumberOfImages()
{
    QFETCH(int, images);
    for (TrainingPreset preset : {TrainingPreset::QuickLook, TrainingPreset::Balanced, TrainingPreset::Thorough}) {
        const Hyperparameters values = presetHyperparameters(preset, {.trainingImages = images});
        QVERIFY(Hyperparameters::fromStrings(values.toStrings()));
        QVERIFY(values.miniBatchSize <= std::max(1, images));
        QVERIFY(!values.usePretrainedModel);
        for (int epoch : values.lrSchedulerStep)
            QVERIFY(epoch < values.epochs);
    }
}

void HyperparametersTest::aMoreThoroughPresetTrainsLonger()
{
    const int quick = presetHyperparameters(TrainingPreset::QuickLook, {500, true}).epochs;
    const int balanced = presetHyperparameters(TrainingPreset::Balanced, {500, true}).epochs;
    const int thorough = presetHyperparameters(TrainingPreset::Thorough, {500, true}).epochs;
    QVERIFY(quick < balanced);
    QVERIFY(balanced < thorough);
}

void HyperparametersTest::aGpuGetsLargeBatchesAndAsManySteps()
{
    for (const bool hasWeights : {false, true}) {
        const Hyperparameters processor = presetHyperparameters(TrainingPreset::Balanced, {500, hasWeights});
        const Hyperparameters gpu =
            presetHyperparameters(TrainingPreset::Balanced, {500, hasWeights, QStringLiteral("mobilenet-v2"), true});
        QCOMPARE(gpu.miniBatchSize, 32);
        const int steps = processor.epochs * 500 / processor.miniBatchSize;
        const int gpuSteps = gpu.epochs * 500 / gpu.miniBatchSize;
        QVERIFY(std::abs(gpuSteps - steps) < steps / 10);
    }
}

void HyperparametersTest::aNetworkWithoutBatchNormLearnsInSmallerSteps()
{
    const PresetBasis mobilenet{.trainingImages = 96};
    const PresetBasis vgg{.trainingImages = 96, .baseNetwork = QStringLiteral("vgg-16")};
    const Hyperparameters values = presetHyperparameters(TrainingPreset::Balanced, vgg);
    QCOMPARE(values.baseNetwork, QStringLiteral("vgg-16"));
    QVERIFY(values.learningRate < presetHyperparameters(TrainingPreset::Balanced, mobilenet).learningRate);
}

QTEST_GUILESS_MAIN(HyperparametersTest)
#include "hyperparameters_test.moc"
