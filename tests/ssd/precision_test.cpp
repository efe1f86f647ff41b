// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/precision.h"

#include "core/detect/hyperparameters.h"
#include "core/ssd/devices.h"
#include "core/ssd/training_step.h"

#include <QTest>

#include <cmath>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

TrainingBatch noisyBatch(int images)
{
    constexpr int kSize = 300;
    TrainingBatch batch;
    batch.pixels = cv::Mat(images * kSize, kSize, CV_8UC3);
    cv::randu(batch.pixels, cv::Scalar::all(0), cv::Scalar::all(255));
    for (int i = 0; i < images; ++i)
        batch.objects.push_back({{i % 2, 0.1F, 0.2F, 0.4F, 0.5F + 0.05F * float(i)}});
    return batch;
}

/// Losses of six steps on one batch.
std::vector<double> lossesIn(torch::ScalarType type, const QString &name, double rate)
{
    torch::manual_seed(3);
    const auto network = makeNetwork({name, 300, 2, /*widthDivisor=*/4});
    network->train();
    const auto optimiser = makeOptimiser(*network, Hyperparameters());
    Replicas replicas(network);
    TrainingStep step(replicas, *optimiser, {}, type);
    cv::setRNGSeed(1);
    const TrainingBatch batch = noisyBatch(2);
    std::vector<double> losses;
    for (int i = 0; i < 6; ++i) {
        const auto loss = step.run(batch, rate);
        losses.push_back(loss ? loss->classLoss + loss->boxLoss : std::nan(""));
    }
    return losses;
}

} // namespace

class PrecisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mixedPrecisionIsUsedOnlyWhereItIsAskedAndFast();
    void mixedPrecisionLearnsNearlyTheSame_data();
    void mixedPrecisionLearnsNearlyTheSame();
};

void PrecisionTest::mixedPrecisionIsUsedOnlyWhereItIsAskedAndFast()
{
    QCOMPARE(inputType(ComputePrecision::Float32, torch::kCPU), torch::kFloat32);
    QCOMPARE(inputType(ComputePrecision::Mixed, torch::kCPU),
             hasFastBfloat16(torch::kCPU) ? torch::kBFloat16 : torch::kFloat32);
}

void PrecisionTest::mixedPrecisionLearnsNearlyTheSame_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : baseNetworkNames())
        QTest::newRow(qPrintable(name)) << name;
}

void PrecisionTest::mixedPrecisionLearnsNearlyTheSame()
{
    QFETCH(QString, name);
    const double rate = name == QLatin1String("mobilenet-v2") ? 0.02 : 0.002; // it starts with small weights
    if (!hasFastBfloat16(torch::kCPU))
        QSKIP("this processor has nothing for bfloat16");
    const std::vector<double> exact = lossesIn(torch::kFloat32, name, rate);
    const std::vector<double> mixed = lossesIn(torch::kBFloat16, name, rate);
    QVERIFY(exact.back() < exact.front());
    QVERIFY2(std::abs(mixed.front() - exact.front()) < 0.02 * exact.front(),
             qPrintable(QString::number(mixed.front())));
    QVERIFY2(mixed.back() < mixed.front(), qPrintable(QString::number(mixed.back())));
    QVERIFY(mixed != exact); // it was another computation
}

QTEST_GUILESS_MAIN(PrecisionTest)
#include "precision_test.moc"
