// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/ssd_network.h"

#include <QTest>

using namespace boxwright::ssd;

class MakeNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputsFitThePriors_data();
    void outputsFitThePriors();
    void vggNamesAreMxnets();
    void mobilenetNamesAreTorchvisions();
    void theSameSeedMakesTheSameNetwork();
    void everyWeightGetsAGradient();
    void preparedNetworkAnswersTheSame();
    void unknownBaseNetworkIsRefused();
};

void MakeNetworkTest::outputsFitThePriors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("imageShape");
    QTest::addColumn<int>("priors"); // published where known (facts 2.2); 0: not
    QTest::newRow("mobilenet 300") << QStringLiteral("mobilenet-v2") << 300 << 0;
    QTest::newRow("mobilenet 333") << QStringLiteral("mobilenet-v2") << 333 << 0;
    QTest::newRow("mobilenet 512") << QStringLiteral("mobilenet-v2") << 512 << 0;
    QTest::newRow("vgg 300") << QStringLiteral("vgg-16") << 300 << 8732;
    QTest::newRow("vgg 350") << QStringLiteral("vgg-16") << 350 << 0;
    QTest::newRow("vgg 512") << QStringLiteral("vgg-16") << 512 << 24576;
}

void MakeNetworkTest::outputsFitThePriors()
{
    QFETCH(QString, name);
    QFETCH(int, imageShape);
    QFETCH(int, priors);
    const torch::NoGradGuard noGrad;
    const auto network = makeNetwork({name, imageShape, 2});
    QVERIFY(network);
    network->eval();
    const torch::Tensor boxes = makePriors(*network);
    if (priors > 0)
        QCOMPARE(boxes.size(0), int64_t(priors));
    const SsdOutput output = network->forward(torch::zeros({1, 3, imageShape, imageShape}));
    QCOMPARE(output.classLogits.sizes(), torch::IntArrayRef({1, boxes.size(0), 3}));
    QCOMPARE(output.boxOffsets.sizes(), torch::IntArrayRef({1, boxes.size(0), 4}));
}

void MakeNetworkTest::vggNamesAreMxnets()
{
    const auto network = makeNetwork({QStringLiteral("vgg-16"), 300, 3});
    const auto parameters = network->named_parameters();
    // Names and shapes of the facts, sections 2.1 to 2.3.
    QCOMPARE(parameters["conv1_1_weight"].sizes(), torch::IntArrayRef({64, 3, 3, 3}));
    QCOMPARE(parameters["conv3_2_weight"].sizes(), torch::IntArrayRef({256, 256, 3, 3}));
    QCOMPARE(parameters["fc7_bias"].sizes(), torch::IntArrayRef({1024}));
    QCOMPARE(parameters["relu4_3_scale"].sizes(), torch::IntArrayRef({1, 512, 1, 1}));
    QCOMPARE(parameters["multi_feat_3_conv_1x1_conv_weight"].sizes(), torch::IntArrayRef({128, 512, 1, 1}));
    QCOMPARE(parameters["multi_feat_5_conv_3x3_conv_bias"].sizes(), torch::IntArrayRef({256}));
    QCOMPARE(parameters["relu4_3_cls_pred_conv_weight"].sizes(), torch::IntArrayRef({16, 512, 3, 3}));
    QCOMPARE(parameters["multi_feat_2_conv_3x3_relu_loc_pred_conv_bias"].sizes(), torch::IntArrayRef({24}));
    QCOMPARE(parameters.size(), size_t(2 * (13 + 2 + 8 + 12) + 1));
}

void MakeNetworkTest::mobilenetNamesAreTorchvisions()
{
    const auto network = makeNetwork({QStringLiteral("mobilenet-v2"), 300, 3});
    const auto parameters = network->named_parameters();
    const auto buffers = network->named_buffers();
    QCOMPARE(parameters["features.0.0.weight"].sizes(), torch::IntArrayRef({32, 3, 3, 3}));
    QCOMPARE(parameters["features.1.conv.1.weight"].sizes(), torch::IntArrayRef({16, 32, 1, 1}));
    QCOMPARE(parameters["features.2.conv.0.0.weight"].sizes(), torch::IntArrayRef({96, 16, 1, 1}));
    QCOMPARE(parameters["features.17.conv.3.bias"].sizes(), torch::IntArrayRef({320}));
    QCOMPARE(parameters["features.18.1.weight"].sizes(), torch::IntArrayRef({1280}));
    QVERIFY(buffers.contains("features.14.conv.1.1.running_var"));
    QVERIFY(buffers.contains("features.18.1.num_batches_tracked"));
}

void MakeNetworkTest::theSameSeedMakesTheSameNetwork()
{
    torch::manual_seed(7);
    const auto first = makeNetwork({QStringLiteral("mobilenet-v2"), 300, 2});
    torch::manual_seed(7);
    const auto second = makeNetwork({QStringLiteral("mobilenet-v2"), 300, 2});
    const auto parameters = second->named_parameters();
    for (const auto &entry : first->named_parameters())
        QVERIFY2(torch::equal(entry.value(), parameters[entry.key()]), entry.key().c_str());
}

void MakeNetworkTest::everyWeightGetsAGradient()
{
    torch::manual_seed(1);
    const auto network = makeNetwork({QStringLiteral("mobilenet-v2"), 300, 2});
    network->train();
    const SsdOutput output = network->forward(torch::randn({2, 3, 300, 300}));
    (output.classLogits.square().sum() + output.boxOffsets.square().sum()).backward();
    for (const auto &entry : network->named_parameters()) {
        QVERIFY2(entry.value().grad().defined(), entry.key().c_str());
        QVERIFY2(torch::isfinite(entry.value().grad()).all().item<bool>(), entry.key().c_str());
    }
}

void MakeNetworkTest::preparedNetworkAnswersTheSame()
{
    torch::manual_seed(1);
    const torch::NoGradGuard noGrad;
    const auto network = makeNetwork({QStringLiteral("mobilenet-v2"), 300, 2});
    const torch::Tensor images = torch::randn({1, 3, 300, 300});
    network->train();
    network->forward(torch::randn({4, 3, 300, 300})); // running statistics of their own
    network->eval();
    const SsdOutput plain = network->forward(images);
    network->prepareForDetection();
    const SsdOutput prepared = network->forward(images);
    QVERIFY(torch::allclose(prepared.classLogits, plain.classLogits, 1e-3, 1e-4));
    QVERIFY(torch::allclose(prepared.boxOffsets, plain.boxOffsets, 1e-3, 1e-4));
}

void MakeNetworkTest::unknownBaseNetworkIsRefused()
{
    QVERIFY(!makeNetwork({QStringLiteral("alexnet"), 300, 2}));
    QCOMPARE(baseNetworkNames(), QStringList({QStringLiteral("mobilenet-v2"), QStringLiteral("vgg-16")}));
}

QTEST_GUILESS_MAIN(MakeNetworkTest)
#include "make_network_test.moc"
