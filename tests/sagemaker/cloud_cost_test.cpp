// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/cloud_cost.h"

#include <QTest>

using namespace boxwright;

class CloudCostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNotebooksTrainingTakesItsTime();
    void costGrowsWithTimeAndArea();
};

void CloudCostTest::theNotebooksTrainingTakesItsTime()
{
    // AWS' notebook: VOC 2007 and 2012, 16,551 images, five epochs: 18 minutes and the start on a ml.p3.2xlarge.
    const InstancePrice instance = instancePrices().first();
    QCOMPARE(instance.type, QStringLiteral("ml.p3.2xlarge"));
    const CloudEstimate estimate = estimateTraining(instance, 16'551, 5, 300);
    QVERIFY2(std::abs(estimate.seconds - (18 * 60 + 300)) < 120, qPrintable(QString::number(estimate.seconds)));
}

void CloudCostTest::costGrowsWithTimeAndArea()
{
    const InstancePrice instance{QStringLiteral("x"), 3.6, 10};
    const double start = estimateTraining(instance, 0, 1, 300).dollars;
    const double once = estimateTraining(instance, 1000, 1, 300).dollars - start;
    QVERIFY(qFuzzyCompare(once, 0.1)); // 100 seconds at a thousandth of a dollar
    QVERIFY(qFuzzyCompare(estimateTraining(instance, 1000, 3, 300).dollars - start, 3 * once));
    QVERIFY(qFuzzyCompare(estimateTraining(instance, 1000, 1, 600).dollars - start, 4 * once));
}

QTEST_GUILESS_MAIN(CloudCostTest)
#include "cloud_cost_test.moc"
