// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/hyperparameter_remarks.h"

#include <QTest>

#include <functional>

using namespace boxwright;

using Change = std::function<void(Hyperparameters &)>;

class HyperparameterRemarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsPassedOver();
    void whatDoesNotFitIsNamed_data();
    void whatDoesNotFitIsNamed();
};

namespace {

constexpr TrainingFacts kFacts{.trainingImages = 100, .mostBoxes = 69};

} // namespace

void HyperparameterRemarksTest::whatFitsIsPassedOver()
{
    // 350 holds 69 boxes (facts 4.3), and SageMaker's defaults fit each optimizer.
    for (const char *optimizer : {"sgd", "adam", "rmsprop", "adadelta"}) {
        Hyperparameters values;
        values.optimizer = QString::fromLatin1(optimizer);
        values.numTrainingSamples = 100;
        values.lrSchedulerStep = {10, 29};
        QCOMPARE(hyperparameterRemarks(values, kFacts), QStringList());
    }
}

void HyperparameterRemarksTest::whatDoesNotFitIsNamed_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *title, Change change, const char *words) {
        QTest::newRow(title) << std::move(change) << QString::fromLatin1(words);
    };
    using H = Hyperparameters;
    const auto with = [](const char *optimizer, const Change &change) {
        return [=](H &values) {
            values.optimizer = QString::fromLatin1(optimizer);
            change(values);
        };
    };
    row("momentum", with("adam", [](H &v) { v.momentum = 0.5; }), "momentum has no effect with optimizer adam");
    row("decay", with("adadelta", [](H &v) { v.weightDecay = 0.1; }), "weight_decay has no effect");
    row("rate", with("adadelta", [](H &v) { v.learningRate = 0.1; }), "learning_rate has no effect");
    row(
        "late step",
        [](H &v) {
            v.lrSchedulerStep = {10, 30};
        },
        "epoch 30, but there are 30 epochs");
    row(
        "never early",
        [](H &v) {
            v.earlyStopping = true;
            v.earlyStoppingMinEpochs = 30;
        },
        "never stops early");
    row(
        "other count", [](H &v) { v.numTrainingSamples = 99; }, "num_training_samples is 99, but there are 100");
    row(
        "large batch", [](H &v) { v.miniBatchSize = 101; }, "mini_batch_size is 101");
    row(
        "narrow label", [](H &v) { v.labelWidth = 346; }, "at least 347");
}

void HyperparameterRemarksTest::whatDoesNotFitIsNamed()
{
    QFETCH(Change, change);
    QFETCH(QString, words);
    Hyperparameters values;
    change(values);
    const QStringList remarks = hyperparameterRemarks(values, kFacts);
    QCOMPARE(remarks.size(), 1);
    QVERIFY2(remarks.first().contains(words), qPrintable(remarks.first()));
}

QTEST_GUILESS_MAIN(HyperparameterRemarksTest)
#include "hyperparameter_remarks_test.moc"
