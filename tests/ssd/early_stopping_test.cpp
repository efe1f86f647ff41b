// SPDX-License-Identifier: GPL-3.0-or-later
// Facts 1.1: relative improvement (mAP - best) / best above the tolerance; patience in epochs; a least number of
// epochs.
#include "core/ssd/early_stopping.h"

#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

class EarlyStoppingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itEndsWhereTheCurveIsFlat_data();
    void itEndsWhereTheCurveIsFlat();
    void theBestIsTheBestEvenWithinTheTolerance();
    void itGoesOnAfterItWasRestored();
};

void EarlyStoppingTest::itEndsWhereTheCurveIsFlat_data()
{
    QTest::addColumn<bool>("isOn");
    QTest::addColumn<int>("minEpochs");
    QTest::addColumn<int>("patience");
    QTest::addColumn<double>("tolerance");
    QTest::addColumn<QList<double>>("maps");
    QTest::addColumn<int>("lastEpoch"); // 0: never
    const QList<double> flat{0.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2};
    QTest::newRow("off") << false << 1 << 1 << 0.0 << flat << 0;
    QTest::newRow("patience of two") << true << 1 << 2 << 0.0 << flat << 4;
    QTest::newRow("not before the least number of epochs") << true << 7 << 2 << 0.0 << flat << 7;
    QTest::newRow("rising for ever") << true << 1 << 1 << 0.0 << QList<double>{0.1, 0.2, 0.3, 0.4} << 0;
    // 0.2 to 0.21 is 5 %, then 0.21 to 0.22 is 4.8 %.
    QTest::newRow("rising by less than the tolerance") << true << 1 << 2 << 0.06 << QList<double>{0.2, 0.21, 0.22} << 3;
    QTest::newRow("rising by more than the tolerance") << true << 1 << 2 << 0.04 << QList<double>{0.2, 0.21, 0.22} << 0;
    QTest::newRow("exactly the tolerance is not above it") << true << 1 << 1 << 0.5 << QList<double>{0.5, 0.75} << 2;
    QTest::newRow("nothing found yet") << true << 1 << 3 << 0.0 << QList<double>{0, 0, 0, 0, 0} << 4;
}

void EarlyStoppingTest::itEndsWhereTheCurveIsFlat()
{
    QFETCH(bool, isOn);
    QFETCH(int, minEpochs);
    QFETCH(int, patience);
    QFETCH(double, tolerance);
    QFETCH(QList<double>, maps);
    QFETCH(int, lastEpoch);
    Hyperparameters values;
    values.earlyStopping = isOn;
    values.earlyStoppingMinEpochs = minEpochs;
    values.earlyStoppingPatience = patience;
    values.earlyStoppingTolerance = tolerance;
    EarlyStopping stopping(values);
    int ended = 0;
    for (int epoch = 1; epoch <= maps.size() && ended == 0; ++epoch) {
        stopping.take(epoch, maps[epoch - 1]);
        ended = stopping.isOver(epoch) ? epoch : 0;
    }
    QCOMPARE(ended, lastEpoch);
}

void EarlyStoppingTest::theBestIsTheBestEvenWithinTheTolerance()
{
    Hyperparameters values;
    values.earlyStoppingTolerance = 0.5;
    EarlyStopping stopping(values);
    QVERIFY(stopping.take(1, 0.5));
    QVERIFY(stopping.take(2, 0.55));
    QVERIFY(!stopping.take(3, 0.52));
    QCOMPARE(stopping.bestEpoch(), 2);
    QCOMPARE(stopping.bestMap(), 0.55);
    QCOMPARE(stopping.lastImprovement(), 1);
}

void EarlyStoppingTest::itGoesOnAfterItWasRestored()
{
    Hyperparameters values;
    values.earlyStopping = true;
    values.earlyStoppingMinEpochs = 1;
    values.earlyStoppingPatience = 2;
    EarlyStopping stopping(values);
    stopping.restore(0.4, 3, 3);
    QVERIFY(!stopping.take(4, 0.4));
    QVERIFY(!stopping.isOver(4));
    stopping.take(5, 0.39);
    QVERIFY(stopping.isOver(5));
}

QTEST_APPLESS_MAIN(EarlyStoppingTest)
#include "early_stopping_test.moc"
