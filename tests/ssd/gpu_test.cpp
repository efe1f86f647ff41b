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
    void aStepLearnsTheSame_data() { networks(); }
    void aStepLearnsTheSame();
    void everyOptimizerLearns_data();
    void everyOptimizerLearns();
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

/// What some steps on one batch do.
struct Learned
{
    std::vector<double> losses;
    torch::Tensor change; ///< of all weights, one after the other, on the processor
};

struct Lesson
{
    QString name; ///< of the base network
    QString optimizer = QStringLiteral("sgd");
    torch::ScalarType type = torch::kFloat32;
    int steps = 1;
};

torch::Tensor allWeights(const SsdNetworkImpl &network)
{
    std::vector<torch::Tensor> flat;
    for (const torch::Tensor &weight : network.parameters())
        flat.push_back(weight.detach().cpu().contiguous().flatten());
    return torch::cat(flat);
}

Learned learn(const std::vector<torch::Device> &devices, const Lesson &lesson)
{
    Hyperparameters values;
    values.optimizer = lesson.optimizer;
    Replicas replicas = makeReplicas(networkOf(lesson.name), specOf(lesson.name), devices);
    replicas.train();
    const auto optimiser = makeOptimiser(replicas.first(), values);
    TrainingStep step(replicas, *optimiser, {}, lesson.type);
    const TrainingBatch batch = gpuBatch(4);
    const torch::Tensor before = allWeights(replicas.first());
    Learned learned;
    for (int i = 0; i < lesson.steps; ++i) {
        const auto loss = step.run(batch, rateOf(lesson.name));
        learned.losses.push_back(loss ? loss->classLoss + loss->boxLoss : std::nan(""));
    }
    learned.change = allWeights(replicas.first()) - before;
    return learned;
}

/// Of the change that was to come: the part that differs.
double differingShare(const Learned &found, const Learned &wanted)
{
    return (found.change - wanted.change).norm().item<double>() / wanted.change.norm().item<double>();
}

QString listed(const std::vector<double> &numbers)
{
    QStringList words;
    for (const double number : numbers)
        words << QString::number(number);
    return words.join(QLatin1Char(' '));
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

void GpuTest::aStepLearnsTheSame()
{
    QFETCH(QString, name);
    const Learned wanted = learn({torch::kCPU}, {name});
    const Learned found = learn({kGpu}, {name});
    QVERIFY(std::abs(found.losses[0] - wanted.losses[0]) < 1e-3 * wanted.losses[0]);
    QVERIFY2(differingShare(found, wanted) < 0.02, qPrintable(QString::number(differingShare(found, wanted))));
}

void GpuTest::everyOptimizerLearns_data()
{
    QTest::addColumn<QString>("optimizer");
    for (const char *optimizer : {"sgd", "adam", "rmsprop", "adadelta"})
        QTest::newRow(optimizer) << QString::fromLatin1(optimizer);
}

/// Roundings grow from step to step, most where a rule divides by what it has seen: only the second loss, the first
/// one after a change of weights, is compared.
void GpuTest::everyOptimizerLearns()
{
    QFETCH(QString, optimizer);
    Lesson lesson{QStringLiteral("mobilenet-v2"), optimizer};
    lesson.steps = 2;
    const Learned wanted = learn({torch::kCPU}, lesson);
    const Learned found = learn({kGpu}, lesson);
    QVERIFY2(std::abs(found.losses[1] - wanted.losses[1]) < 0.05 * wanted.losses[1],
             qPrintable(listed(found.losses) + QStringLiteral(" / ") + listed(wanted.losses)));
}

void GpuTest::mixedPrecisionLearnsNearlyTheSame()
{
    QFETCH(QString, name);
    if (!hasFastBfloat16(kGpu))
        QSKIP("this GPU has nothing for bfloat16");
    Lesson lesson{name};
    lesson.steps = 6;
    const std::vector<double> exact = learn({kGpu}, lesson).losses;
    lesson.type = torch::kBFloat16;
    const std::vector<double> mixed = learn({kGpu}, lesson).losses;
    QVERIFY2(std::abs(mixed[0] - exact[0]) < 0.02 * exact[0], qPrintable(listed(mixed)));
    QVERIFY2(mixed.back() < mixed.front(), qPrintable(listed(mixed)));
    QVERIFY(mixed != exact);
}

/// One GPU can play two.
void GpuTest::twoReplicasLearnAsOnTheProcessor()
{
    const Lesson lesson{QStringLiteral("resnet-50")};
    const Learned wanted = learn({torch::kCPU, torch::kCPU}, lesson);
    const Learned found = learn({kGpu, kGpu}, lesson);
    QVERIFY2(differingShare(found, wanted) < 0.02, qPrintable(QString::number(differingShare(found, wanted))));
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
