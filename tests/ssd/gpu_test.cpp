// SPDX-License-Identifier: GPL-3.0-or-later
// A GPU against the processor; nothing of it runs where LibTorch finds no GPU.
#include "core/ssd/devices.h"

#include "core/detect/hyperparameters.h"
#include "core/ssd/checkpoint.h"
#include "core/ssd/model_folder.h"
#include "core/ssd/ssd_detector.h"
#include "core/ssd/training_step.h"
#include "core/ssd/weight_matching.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace boxwright;
using namespace boxwright::ssd;

class GpuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aNetworkSaysTheSame_data() { networks(); }
    void aNetworkSaysTheSame();
    void stepsLearnTheSame_data();
    void stepsLearnTheSame();
    void mixedPrecisionLearnsNearlyTheSame_data() { networks(); }
    void mixedPrecisionLearnsNearlyTheSame();
    void twoReplicasLearnAsOnTheProcessor();
    void aDetectorFindsTheSame_data() { networks(); }
    void aDetectorFindsTheSame();
    void aDetectorInMixedPrecisionFindsNearlyTheSame_data() { networks(); }
    void aDetectorInMixedPrecisionFindsNearlyTheSame();
    void aCheckpointGoesOnOnTheProcessor();

private:
    static void networks();
};

namespace {

const torch::Device kGpu(torch::kCUDA, 0);
constexpr int kSide = 300;

NetworkSpec specOf(const QString &name)
{
    return {name, kSide, 2, /*widthDivisor=*/name == QLatin1String("mobilenet-v2") ? 1 : 4};
}

std::shared_ptr<SsdNetworkImpl> networkOf(const QString &name)
{
    torch::manual_seed(3);
    return makeNetwork(specOf(name));
}

double rateOf(const QString &name)
{
    return name == QLatin1String("mobilenet-v2") ? 0.02 : 0.002;
}

TrainingBatch gpuBatch(int images)
{
    TrainingBatch batch;
    batch.pixels = cv::Mat(images * kSide, kSide, CV_8UC3);
    cv::setRNGSeed(1);
    cv::randu(batch.pixels, cv::Scalar::all(0), cv::Scalar::all(255));
    for (int i = 0; i < images; ++i)
        batch.objects.push_back({{i % 2, 0.1F, 0.2F, 0.4F, 0.5F + 0.05F * float(i)}});
    return batch;
}

/// Losses of some steps on one batch.
std::vector<double> lossesOn(const std::vector<torch::Device> &devices, const QString &name,
                             const Hyperparameters &values, torch::ScalarType type = torch::kFloat32)
{
    Replicas replicas = makeReplicas(networkOf(name), specOf(name), devices);
    replicas.train();
    const auto optimiser = makeOptimiser(replicas.first(), values);
    TrainingStep step(replicas, *optimiser, {}, type);
    const TrainingBatch batch = gpuBatch(4);
    std::vector<double> losses;
    for (int i = 0; i < 6; ++i) {
        const auto loss = step.run(batch, rateOf(name));
        losses.push_back(loss ? loss->classLoss + loss->boxLoss : std::nan(""));
    }
    return losses;
}

bool areNear(const std::vector<double> &found, const std::vector<double> &wanted, double share)
{
    for (size_t i = 0; i < wanted.size(); ++i)
        if (!(std::abs(found[i] - wanted[i]) <= share * wanted[i]))
            return false;
    return true;
}

QString listed(const std::vector<double> &numbers)
{
    QStringList words;
    for (const double number : numbers)
        words << QString::number(number);
    return words.join(QLatin1Char(' '));
}

QString compared(const std::vector<double> &found, const std::vector<double> &wanted)
{
    return listed(found) + QStringLiteral(" / ") + listed(wanted);
}

QImage someImage()
{
    QImage image(400, 300, QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y, QColor((x * 7 + y) % 256, (x * y / 50) % 256, (y * 3) % 256));
    return image;
}

/// Of a model folder with the network as it was made.
std::vector<Detection> detectionsOn(const QString &name, const OpenOptions &options)
{
    const QTemporaryDir folder;
    ModelInfo info;
    info.name = name;
    info.baseNetwork = name;
    info.imageShape = kSide;
    info.classes = QStringList{QStringLiteral("a"), QStringLiteral("b")};
    if (!saveModel(folder.path(), *networkOf(name), info))
        return {};
    const auto detector = SsdDetector::open(folder.path(), options);
    if (!detector)
        return {};
    return (*detector)->detect(someImage(), {.minConfidence = 0.3}).value_or(std::vector<Detection>());
}

double worstDifference(const std::vector<Detection> &found, const std::vector<Detection> &wanted)
{
    double worst = 0;
    for (size_t i = 0; i < wanted.size(); ++i)
        worst = std::max(worst, std::abs(found.at(i).confidence - wanted[i].confidence));
    return worst;
}

} // namespace

void GpuTest::initTestCase()
{
    if (gpuCount() == 0)
        QSKIP("LibTorch finds no GPU here");
    at::globalContext().setAllowTF32CuDNN(false);
}

void GpuTest::networks()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : baseNetworkNames())
        QTest::newRow(qPrintable(name)) << name;
}

void GpuTest::aNetworkSaysTheSame()
{
    QFETCH(QString, name);
    const auto network = networkOf(name);
    network->eval();
    const torch::Tensor images = torch::randn({2, 3, kSide, kSide});
    const torch::NoGradGuard noGradients;
    const SsdOutput wanted = network->forward(images);
    moveTo(kGpu, *network);
    const SsdOutput found = onProcessor(network->forward(images.to(kGpu)));
    QVERIFY(torch::allclose(found.classLogits, wanted.classLogits, 1e-3, 1e-4));
    QVERIFY(torch::allclose(found.boxOffsets, wanted.boxOffsets, 1e-3, 1e-4));
}

void GpuTest::stepsLearnTheSame_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("optimizer");
    for (const QString &name : baseNetworkNames())
        QTest::addRow("%s, sgd", qPrintable(name)) << name << QStringLiteral("sgd");
    for (const char *optimizer : {"adam", "rmsprop", "adadelta"})
        QTest::newRow(optimizer) << QStringLiteral("mobilenet-v2") << QString::fromLatin1(optimizer);
}

void GpuTest::stepsLearnTheSame()
{
    QFETCH(QString, name);
    QFETCH(QString, optimizer);
    Hyperparameters values;
    values.optimizer = optimizer;
    const std::vector<double> wanted = lossesOn({torch::kCPU}, name, values);
    const std::vector<double> found = lossesOn({kGpu}, name, values);
    // Roundings grow from step to step, most where a rule divides by what it has seen.
    const double share = optimizer == QLatin1String("sgd") ? 0.02 : 0.1;
    QVERIFY2(std::abs(found[0] - wanted[0]) < 1e-3 * wanted[0], qPrintable(compared(found, wanted)));
    QVERIFY2(areNear(found, wanted, share), qPrintable(compared(found, wanted)));
}

void GpuTest::mixedPrecisionLearnsNearlyTheSame()
{
    QFETCH(QString, name);
    if (!hasFastBfloat16(kGpu))
        QSKIP("this GPU has nothing for bfloat16");
    const std::vector<double> exact = lossesOn({kGpu}, name, {});
    const std::vector<double> mixed = lossesOn({kGpu}, name, {}, torch::kBFloat16);
    QVERIFY2(std::abs(mixed[0] - exact[0]) < 0.02 * exact[0], qPrintable(compared(mixed, exact)));
    QVERIFY2(mixed.back() < mixed.front(), qPrintable(listed(mixed)));
    QVERIFY(mixed != exact);
}

/// One GPU can play two.
void GpuTest::twoReplicasLearnAsOnTheProcessor()
{
    const QString name = QStringLiteral("resnet-50");
    const std::vector<double> wanted = lossesOn({torch::kCPU, torch::kCPU}, name, {});
    const std::vector<double> found = lossesOn({kGpu, kGpu}, name, {});
    QVERIFY2(areNear(found, wanted, 0.02), qPrintable(compared(found, wanted)));
}

void GpuTest::aDetectorFindsTheSame()
{
    QFETCH(QString, name);
    const auto wanted = detectionsOn(name, {.threads = 1, .device = DeviceChoice::processor()});
    const auto found = detectionsOn(name, {.threads = 1, .device = DeviceChoice::gpus({0})});
    QVERIFY(!wanted.empty());
    QCOMPARE(found.size(), wanted.size());
    QVERIFY2(worstDifference(found, wanted) < 1e-3, qPrintable(QString::number(worstDifference(found, wanted))));
}

void GpuTest::aDetectorInMixedPrecisionFindsNearlyTheSame()
{
    QFETCH(QString, name);
    if (!hasFastBfloat16(kGpu))
        QSKIP("this GPU has nothing for bfloat16");
    OpenOptions options{.threads = 1, .device = DeviceChoice::gpus({0})};
    const auto exact = detectionsOn(name, options);
    options.precision = ComputePrecision::Mixed;
    const auto mixed = detectionsOn(name, options);
    QVERIFY(!mixed.empty());
    QVERIFY(mixed != exact);
    // The surest of a network that has learned nothing; which prior they stand on may change.
    QVERIFY2(std::abs(mixed[0].confidence - exact[0].confidence) < 0.03,
             qPrintable(QStringLiteral("%1 / %2").arg(mixed[0].confidence).arg(exact[0].confidence)));
}

void GpuTest::aCheckpointGoesOnOnTheProcessor()
{
    const QString name = QStringLiteral("mobilenet-v2");
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("checkpoint"));
    Replicas there = makeReplicas(networkOf(name), specOf(name), {kGpu});
    there.train();
    const auto optimiser = makeOptimiser(there.first(), {});
    TrainingStep step(there, *optimiser, {});
    QVERIFY(step.run(gpuBatch(2), 0.02));
    QVERIFY(saveCheckpoint(file, there.first(), *optimiser, {}));

    const auto here = makeNetwork(specOf(name));
    const auto optimiserHere = makeOptimiser(*here, {});
    QVERIFY(loadCheckpoint(file, *here, *optimiserHere));
    const NamedTensors weights = namedTensors(there.first());
    const NamedTensors copies = namedTensors(*here);
    for (auto entry = weights.begin(); entry != weights.end(); ++entry)
        QVERIFY2(torch::equal(entry.value().cpu(), copies[entry.key()]), qPrintable(entry.key()));
    for (const auto &[key, tensor] : optimiser->state())
        QVERIFY2(torch::equal(tensor.cpu(), optimiserHere->state()[key]), key.c_str());
}

QTEST_GUILESS_MAIN(GpuTest)
#include "gpu_test.moc"
