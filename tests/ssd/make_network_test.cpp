// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/ssd_network.h"

#include "core/detect/hyperparameters.h"

#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

class MakeNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputsFitThePriors_data();
    void outputsFitThePriors();
    void vggNamesAreMxnets();
    void resnetNamesAreMxnets();
    void mobilenetNamesAreTorchvisions();
    void mobilenetsAddedLayersStartSmall();
    void theSameSeedMakesTheSameNetwork();
    void everyWeightGetsAGradient_data() { addNetworkRows(); }
    void everyWeightGetsAGradient();
    void preparedNetworkAnswersTheSame_data() { addNetworkRows(); }
    void preparedNetworkAnswersTheSame();
    void unknownBaseNetworkIsRefused();

private:
    static void addNetworkRows();
};

void MakeNetworkTest::addNetworkRows()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : baseNetworkNames())
        QTest::newRow(qPrintable(name)) << name;
}

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
    QTest::newRow("vgg 600") << QStringLiteral("vgg-16") << 600 << 33702;
    QTest::newRow("resnet 300") << QStringLiteral("resnet-50") << 300 << 2268;
    QTest::newRow("resnet 301") << QStringLiteral("resnet-50") << 301 << 0;
    QTest::newRow("resnet 512") << QStringLiteral("resnet-50") << 512 << 6132;
    QTest::newRow("resnet 600") << QStringLiteral("resnet-50") << 600 << 8744;
}

void MakeNetworkTest::outputsFitThePriors()
{
    QFETCH(QString, name);
    QFETCH(int, imageShape);
    QFETCH(int, priors);
    const torch::NoGradGuard noGrad;
    const auto network = makeNetwork({name, imageShape, 2, /*widthDivisor=*/8});
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

void MakeNetworkTest::resnetNamesAreMxnets()
{
    const auto network = makeNetwork({QStringLiteral("resnet-50"), 300, 1});
    const auto parameters = network->named_parameters();
    const auto buffers = network->named_buffers();
    // Names, shapes and counts of a genuine artifact (facts 2.4, 2.5).
    QCOMPARE(parameters.size(), size_t(193));
    QCOMPARE(buffers.size(), size_t(100));
    QCOMPARE(parameters["bn_data_gamma"].sizes(), torch::IntArrayRef({3}));
    QCOMPARE(parameters["conv0_weight"].sizes(), torch::IntArrayRef({64, 3, 7, 7}));
    QCOMPARE(parameters["stage1_unit1_sc_weight"].sizes(), torch::IntArrayRef({256, 64, 1, 1}));
    QCOMPARE(parameters["stage4_unit3_conv2_weight"].sizes(), torch::IntArrayRef({512, 512, 3, 3}));
    QCOMPARE(parameters["_plus12_cls_pred_conv_weight"].sizes(), torch::IntArrayRef({8, 1024, 3, 3}));
    QCOMPARE(parameters["_plus15_loc_pred_conv_bias"].sizes(), torch::IntArrayRef({24}));
    QCOMPARE(parameters["multi_feat_5_conv_1x1_conv_weight"].sizes(), torch::IntArrayRef({128, 256, 1, 1}));
    QCOMPARE(buffers["stage3_unit6_bn3_moving_var"].sizes(), torch::IntArrayRef({256}));
    QVERIFY(network->isBaseWeight("stage3_unit6_bn3_moving_var"));
    QVERIFY(!network->isBaseWeight("_plus12_cls_pred_conv_weight"));
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

void MakeNetworkTest::mobilenetsAddedLayersStartSmall()
{
    torch::manual_seed(1);
    const auto network = makeNetwork({QStringLiteral("mobilenet-v2"), 300, 3});
    const auto parameters = network->named_parameters();
    // torchvision/models/detection/ssdlite.py, _normal_init
    for (const char *name : {"class_heads.2.0.0.weight", "class_heads.2.1.weight", "box_heads.1.0.0.weight",
                             "box_heads.1.1.weight", "extra.0.0.0.weight", "extra.0.1.0.weight"}) {
        const double deviation = parameters[name].std().item<double>();
        QVERIFY2(std::abs(deviation - 0.03) < 0.003,
                 qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(deviation)));
    }
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
    QFETCH(QString, name);
    torch::manual_seed(1);
    const auto network = makeNetwork({name, 300, 2, /*widthDivisor=*/8});
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
    QFETCH(QString, name);
    torch::manual_seed(1);
    const torch::NoGradGuard noGrad;
    const auto network = makeNetwork({name, 300, 2, /*widthDivisor=*/8});
    const torch::Tensor images = torch::randn({1, 3, 300, 300});
    network->train();
    network->forward(torch::randn({4, 3, 300, 300})); // running statistics of their own
    network->eval();
    const SsdOutput plain = network->forward(images);
    network->prepareForDetection(torch::kFloat32);
    const SsdOutput prepared = network->forward(images);
    // Untrained networks may answer with large numbers: what is small beside them is rounding.
    const auto isAlike = [](const torch::Tensor &a, const torch::Tensor &b) {
        return torch::allclose(a, b, 1e-3, 1e-4 * std::max(1.0, b.abs().max().item<double>()));
    };
    QVERIFY(isAlike(prepared.classLogits, plain.classLogits));
    QVERIFY(isAlike(prepared.boxOffsets, plain.boxOffsets));
}

void MakeNetworkTest::unknownBaseNetworkIsRefused()
{
    QVERIFY(!makeNetwork({QStringLiteral("alexnet"), 300, 2}));
    QCOMPARE(baseNetworkNames(), knownBaseNetworks()); // what hyperparameters allow can be made
}

QTEST_GUILESS_MAIN(MakeNetworkTest)
#include "make_network_test.moc"
