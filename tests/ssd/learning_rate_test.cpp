// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/learning_rate.h"

#include "core/ssd/early_stopping.h"

#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

class LearningRateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRateFallsAtTheEpochsAsked();
    void theRateRisesAtFirst();
    void sagemakersRateDoesNotRise();
    void aTimedRunEndsNearZero();
    void aTimedRunOfFewStepsStillReachesItsRate();
    void patienceCountsFromTheLastImprovement();
    void anImprovementWithinTheToleranceDoesNotCount();
    void nothingStopsWhereItIsNotAsked();
};

void LearningRateTest::theRateFallsAtTheEpochsAsked()
{
    Hyperparameters values;
    values.learningRate = 0.5;
    values.lrSchedulerFactor = 0.5;
    values.lrSchedulerStep = {10, 20};
    values.epochs = 30;
    const LearningRate rate = LearningRate::bySteps(values, 100);
    QCOMPARE(rate.at({999, 0.3}), 0.5);
    QCOMPARE(rate.at({1000, 0.3}), 0.25);
    QCOMPARE(rate.at({1999, 0.6}), 0.25);
    QCOMPARE(rate.at({2000, 0.6}), 0.125);
}

void LearningRateTest::theRateRisesAtFirst()
{
    Hyperparameters values;
    values.learningRate = 0.1;
    values.epochs = 30;
    const LearningRate rate = LearningRate::bySteps(values, 100);
    QVERIFY(rate.at({0, 0}) < 0.01);
    QVERIFY(rate.at({30, 0}) > rate.at({10, 0}));
    QCOMPARE(rate.at({100, 0}), 0.1);
}

void LearningRateTest::sagemakersRateDoesNotRise()
{
    Hyperparameters values;
    values.learningRate = 0.1;
    values.epochs = 30;
    QCOMPARE(LearningRate::bySteps(values, 100, /*warmsUp=*/false).at({0, 0}), 0.1);
}

void LearningRateTest::aTimedRunEndsNearZero()
{
    Hyperparameters values;
    values.learningRate = 0.1;
    const LearningRate rate = LearningRate::byTime(values);
    QVERIFY(rate.at({500, 0.25}) > 0.08);
    QVERIFY(rate.at({900, 0.5}) < 0.06);
    QVERIFY(rate.at({2000, 1}) < 0.0011);
    QVERIFY(rate.at({2000, 1}) > 0);
}

void LearningRateTest::aTimedRunOfFewStepsStillReachesItsRate()
{
    Hyperparameters values;
    values.learningRate = 0.1;
    QVERIFY(LearningRate::byTime(values).at({4, 0.1}) > 0.09);
}

void LearningRateTest::patienceCountsFromTheLastImprovement()
{
    Hyperparameters values;
    values.earlyStopping = true;
    values.earlyStoppingMinEpochs = 2;
    values.earlyStoppingPatience = 3;
    EarlyStopping stopping(values);
    QVERIFY(stopping.take(1, 0.2));
    QVERIFY(stopping.take(2, 0.3));
    QVERIFY(!stopping.take(3, 0.1));
    QVERIFY(!stopping.take(4, 0.3)); // equal is no improvement
    QVERIFY(!stopping.isOver(4));
    QVERIFY(!stopping.take(5, 0.29));
    QVERIFY(stopping.isOver(5));
    QCOMPARE(stopping.bestEpoch(), 2);
    QCOMPARE(stopping.bestMap(), 0.3);
}

void LearningRateTest::anImprovementWithinTheToleranceDoesNotCount()
{
    Hyperparameters values;
    values.earlyStopping = true;
    values.earlyStoppingMinEpochs = 1;
    values.earlyStoppingPatience = 1;
    values.earlyStoppingTolerance = 0.1;
    EarlyStopping stopping(values);
    stopping.take(1, 0.5);
    QVERIFY(stopping.take(2, 0.52)); // the best, but by less than a tenth
    QVERIFY(stopping.isOver(2));
    QCOMPARE(stopping.bestEpoch(), 2);
}

void LearningRateTest::nothingStopsWhereItIsNotAsked()
{
    EarlyStopping stopping{Hyperparameters()};
    stopping.take(1, 0.5);
    QVERIFY(!stopping.isOver(1000));
}

QTEST_GUILESS_MAIN(LearningRateTest)
#include "learning_rate_test.moc"
