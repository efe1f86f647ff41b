// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/training_step.h"

#include "core/detect/hyperparameters.h"
#include "tests/support/tiny_network.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <new>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

enum class Way
{
    BadAlloc,
    TorchError
};

/// Runs out of memory where a batch has more images than it can take.
class HungryNetwork : public TinyNetwork
{
public:
    HungryNetwork(int64_t most, Way way)
        : TinyNetwork(2)
        , m_most(most)
        , m_way(way)
    {
        eval(); // batch norms by their running statistics: parts then give what the whole gives
    }

    SsdOutput forward(const torch::Tensor &images) override
    {
        if (images.size(0) > m_most && m_way == Way::BadAlloc)
            throw std::bad_alloc();
        TORCH_CHECK(images.size(0) <= m_most, "out of memory: 1000 bytes asked for");
        return TinyNetwork::forward(images);
    }

private:
    int64_t m_most;
    Way m_way;
};

/// Fails for another reason than memory.
class BrokenNetwork : public TinyNetwork
{
public:
    BrokenNetwork()
        : TinyNetwork(2)
    {
    }
    SsdOutput forward(const torch::Tensor &images) override
    {
        TORCH_CHECK(images.dim() == 0, "shapes do not match");
        return {};
    }
};

TrainingBatch someBatch(int images)
{
    constexpr int kSize = 300;
    TrainingBatch batch;
    batch.pixels = cv::Mat(images * kSize, kSize, CV_8UC3);
    for (int row = 0; row < batch.pixels.rows; ++row)
        for (int column = 0; column < kSize; ++column)
            batch.pixels.at<cv::Vec3b>(row, column) =
                cv::Vec3b(uchar(row * 3 + column), uchar(row / 7), uchar(column * row / 50));
    for (int i = 0; i < images; ++i)
        batch.objects.push_back({{i % 2, 0.1F, 0.2F, 0.4F, 0.5F + 0.05F * float(i)}});
    return batch;
}

struct Stepped
{
    std::shared_ptr<HungryNetwork> network;
    Result<TrainingStep::Loss> loss;
    QStringList notes;
    int parts = 0;
};

Stepped stepWith(int64_t most, int images, Way way = Way::TorchError)
{
    torch::manual_seed(5);
    Stepped stepped{std::make_shared<HungryNetwork>(most, way), failure(QString()), {}, 0};
    const auto optimiser = makeOptimiser(*stepped.network, Hyperparameters());
    Replicas replicas(stepped.network);
    TrainingStep step(replicas, *optimiser, [&](const QString &text) { stepped.notes << text; });
    stepped.loss = step.run(someBatch(images), 0.05);
    stepped.parts = step.parts();
    return stepped;
}

} // namespace

class TrainingStepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scarceMemoryHalvesTheBatch_data();
    void scarceMemoryHalvesTheBatch();
    void unevenPartsKeepEveryImage();
    void replicasLearnTogetherWhatOneLearnsAlone();
    void aReplicaWithoutMemoryHalvesTheShareOfEach();
    void anErrorOfAnyReplicaIsPassedOn();
    void noMemoryForOneImageIsAFailure();
    void anotherErrorIsPassedOn();
    void aLossThatIsNoNumberLeavesTheWeights();
};

void TrainingStepTest::scarceMemoryHalvesTheBatch_data()
{
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("parts");
    QTest::newRow("half, torch") << 2 << int(Way::TorchError) << 2;
    QTest::newRow("half, bad_alloc") << 2 << int(Way::BadAlloc) << 2;
    QTest::newRow("one by one") << 1 << int(Way::TorchError) << 4;
    QTest::newRow("enough") << 4 << int(Way::TorchError) << 1;
}

/// With the same image four times every part has the same counts to divide by, so that the parts' mean gradient is
/// exactly the whole batch's: the step must come out the same.
void TrainingStepTest::scarceMemoryHalvesTheBatch()
{
    QFETCH(int, most);
    QFETCH(int, way);
    QFETCH(int, parts);
    TrainingBatch batch = someBatch(4);
    for (int i = 1; i < 4; ++i) {
        batch.pixels.rowRange(0, 300).copyTo(batch.pixels.rowRange(i * 300, (i + 1) * 300));
        batch.objects[size_t(i)] = batch.objects[0];
    }
    std::vector<std::shared_ptr<HungryNetwork>> networks;
    std::vector<TrainingStep::Loss> losses;
    for (const int limit : {100, most}) {
        torch::manual_seed(5);
        networks.push_back(std::make_shared<HungryNetwork>(limit, Way(way)));
        const auto optimiser = makeOptimiser(*networks.back(), Hyperparameters());
        QStringList notes;
        Replicas replicas(networks.back());
        TrainingStep step(replicas, *optimiser, [&](const QString &text) { notes << text; });
        const auto loss = step.run(batch, 0.05);
        QVERIFY2(loss, qPrintable(loss ? QString() : loss.error().message));
        losses.push_back(*loss);
        if (limit != most)
            continue;
        QCOMPARE(step.parts(), parts);
        QCOMPARE(notes.isEmpty(), parts == 1);
        for (const QString &note : notes)
            QVERIFY2(note.contains(QLatin1String("4 images")), qPrintable(note));
    }
    QVERIFY(std::abs(losses[0].classLoss - losses[1].classLoss) < 1e-5);
    QVERIFY(std::abs(losses[0].boxLoss - losses[1].boxLoss) < 1e-5);
    const auto wanted = networks[0]->named_parameters();
    for (const auto &parameter : networks[1]->named_parameters())
        QVERIFY2(torch::allclose(parameter.value(), wanted[parameter.key()], 1e-4, 1e-6), parameter.key().c_str());
}

void TrainingStepTest::unevenPartsKeepEveryImage()
{
    const Stepped whole = stepWith(100, 5);
    const Stepped parts = stepWith(2, 5);
    QVERIFY(parts.loss);
    QCOMPARE(parts.parts, 4); // 1, 1, 1 and 2 images
    QVERIFY(std::abs(parts.loss->classLoss - whole.loss->classLoss) < 0.2 * whole.loss->classLoss);
}

/// With the same image four times each replica has the same counts to divide by, as with parts.
void TrainingStepTest::replicasLearnTogetherWhatOneLearnsAlone()
{
    TrainingBatch batch = someBatch(4);
    for (int i = 1; i < 4; ++i) {
        batch.pixels.rowRange(0, 300).copyTo(batch.pixels.rowRange(i * 300, (i + 1) * 300));
        batch.objects[size_t(i)] = batch.objects[0];
    }
    torch::manual_seed(5);
    const auto alone = std::make_shared<HungryNetwork>(100, Way::TorchError);
    std::vector<std::shared_ptr<SsdNetworkImpl>> networks;
    for (int k = 0; k < 2; ++k)
        networks.push_back(std::make_shared<HungryNetwork>(2, Way::TorchError)); // each sees two images at a time
    Replicas replicas(networks);
    for (const auto &parameter : alone->named_parameters()) {
        const torch::NoGradGuard noGradients;
        networks[0]->named_parameters()[parameter.key()].copy_(parameter.value());
    }
    replicas.spread(/*withStatistics=*/true);
    Replicas one(alone);
    const auto optimiserOfOne = makeOptimiser(*alone, Hyperparameters());
    const auto optimiser = makeOptimiser(*networks[0], Hyperparameters());
    TrainingStep stepOfOne(one, *optimiserOfOne, {});
    TrainingStep step(replicas, *optimiser, {});
    for (int k = 0; k < 3; ++k) {
        const auto wanted = stepOfOne.run(batch, 0.05);
        const auto found = step.run(batch, 0.05);
        QVERIFY(wanted && found);
        QVERIFY(std::abs(found->classLoss - wanted->classLoss) < 1e-4);
    }
    QCOMPARE(step.parts(), 1);
    for (const auto &network : networks)
        for (const auto &parameter : network->named_parameters())
            QVERIFY2(torch::allclose(parameter.value(), alone->named_parameters()[parameter.key()], 1e-3, 1e-5),
                     parameter.key().c_str());
}

void TrainingStepTest::aReplicaWithoutMemoryHalvesTheShareOfEach()
{
    torch::manual_seed(5);
    Replicas replicas(
        {std::make_shared<HungryNetwork>(100, Way::TorchError), std::make_shared<HungryNetwork>(1, Way::BadAlloc)});
    const auto optimiser = makeOptimiser(replicas.first(), Hyperparameters());
    QStringList notes;
    TrainingStep step(replicas, *optimiser, [&](const QString &text) { notes << text; });
    QVERIFY(step.run(someBatch(4), 0.05));
    QCOMPARE(step.parts(), 2);
    QCOMPARE(notes.size(), 1);
    QVERIFY2(notes[0].contains(QLatin1String("4 parts")), qPrintable(notes[0]));
}

void TrainingStepTest::anErrorOfAnyReplicaIsPassedOn()
{
    Replicas replicas({std::make_shared<TinyNetwork>(2), std::make_shared<BrokenNetwork>()});
    const auto optimiser = makeOptimiser(replicas.first(), Hyperparameters());
    TrainingStep step(replicas, *optimiser, {});
    QVERIFY_THROWS_EXCEPTION(c10::Error, (void)step.run(someBatch(2), 0.1));
}

void TrainingStepTest::noMemoryForOneImageIsAFailure()
{
    const Stepped stepped = stepWith(0, 4);
    QVERIFY(!stepped.loss);
    QVERIFY2(stepped.loss.error().message.contains(QLatin1String("image_shape")),
             qPrintable(stepped.loss.error().message));
}

void TrainingStepTest::anotherErrorIsPassedOn()
{
    const auto network = std::make_shared<BrokenNetwork>();
    const auto optimiser = makeOptimiser(*network, Hyperparameters());
    Replicas replicas(network);
    TrainingStep step(replicas, *optimiser, [](const QString &) {});
    QVERIFY_THROWS_EXCEPTION(c10::Error, (void)step.run(someBatch(2), 0.1));
}

void TrainingStepTest::aLossThatIsNoNumberLeavesTheWeights()
{
    torch::manual_seed(5);
    const auto shared = std::make_shared<TinyNetwork>(2);
    TinyNetwork &network = *shared;
    const auto optimiser = makeOptimiser(network, Hyperparameters());
    QCOMPARE(firstNonFinite(network), QString());
    {
        const torch::NoGradGuard noGradients;
        for (const char *bias : {"box_head0.bias", "box_head1.bias"}) // whichever map the objects fall to
            network.named_parameters()[bias].fill_(std::numeric_limits<float>::infinity());
    }
    QCOMPARE(firstNonFinite(network), QStringLiteral("box_head0.bias"));
    const torch::Tensor before = network.named_parameters()["body.weight"].clone();
    Replicas replicas(shared);
    TrainingStep step(replicas, *optimiser, [](const QString &) {});
    const auto loss = step.run(someBatch(2), 0.1);
    QVERIFY(loss);
    QVERIFY(!loss->isFinite());
    QVERIFY(torch::equal(before, network.named_parameters()["body.weight"]));
}

QTEST_GUILESS_MAIN(TrainingStepTest)
#include "training_step_test.moc"
