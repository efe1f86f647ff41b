// SPDX-License-Identifier: GPL-3.0-or-later
// The fused layer against torch's own batch_norm and hardtanh.
#include "core/ssd/batch_norm.h"
#include "core/ssd/conv_norm.h"
#include "core/ssd/device_normalization.h"

#include <QTest>

using namespace boxwright::ssd;

class BatchNormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trainingEqualsTorch_data();
    void trainingEqualsTorch();
    void aGpusWayIsTheProcessors_data();
    void aGpusWayIsTheProcessors();
    void foldedConvolutionEqualsTheLayersApart();
    void twoRunsWithTheSameThreadsAreEqual();
};

void BatchNormTest::trainingEqualsTorch_data()
{
    QTest::addColumn<QList<int>>("shape");
    QTest::addColumn<bool>("hasActivation");
    QTest::newRow("activation") << QList<int>{3, 24, 9, 7} << true;
    QTest::newRow("linear") << QList<int>{3, 24, 9, 7} << false;
    QTest::newRow("odd channels, several blocks of rows") << QList<int>{2, 5, 40, 33} << true;
    QTest::newRow("one pixel per image") << QList<int>{4, 16, 1, 1} << true;
}

void BatchNormTest::trainingEqualsTorch()
{
    QFETCH(QList<int>, shape);
    QFETCH(bool, hasActivation);
    torch::manual_seed(1);
    const int64_t channels = shape[1];
    BatchNorm ours(channels);
    torch::nn::BatchNorm2d reference(channels);
    {
        const torch::NoGradGuard noGrad;
        for (auto &entry : ours->named_parameters())
            entry.value().uniform_(0.5, 4);
        reference->weight.copy_(ours->named_parameters()["weight"]);
        reference->bias.copy_(ours->named_parameters()["bias"]);
    }
    const torch::Tensor x = torch::randn({shape[0], channels, shape[2], shape[3]}) * 2 + 30;
    const torch::Tensor a = x.clone().requires_grad_();
    const torch::Tensor b = x.clone().requires_grad_();
    const torch::Tensor y = ours->forward(a, hasActivation ? Activation::Relu6 : Activation::None);
    torch::Tensor expected = reference->forward(b);
    if (hasActivation)
        expected = torch::hardtanh(expected, 0, 6);
    const torch::Tensor gradient = torch::randn(y.sizes());
    y.backward(gradient);
    expected.backward(gradient);

    QVERIFY(torch::allclose(y, expected, 1e-4, 1e-4));
    QVERIFY(torch::allclose(a.grad(), b.grad(), 1e-3, 1e-3));
    const auto parameters = ours->named_parameters();
    QVERIFY(torch::allclose(parameters["weight"].grad(), reference->weight.grad(), 1e-3, 1e-3));
    QVERIFY(torch::allclose(parameters["bias"].grad(), reference->bias.grad(), 1e-3, 1e-3));
    const auto buffers = ours->named_buffers();
    QVERIFY(torch::allclose(buffers["running_mean"], reference->running_mean, 1e-5, 1e-5));
    QVERIFY(torch::allclose(buffers["running_var"], reference->running_var, 1e-4, 1e-4));
    QCOMPARE(buffers["num_batches_tracked"].item<int64_t>(), int64_t(1));
}

void BatchNormTest::aGpusWayIsTheProcessors_data()
{
    QTest::addColumn<bool>("isVarianceBiased");
    QTest::addColumn<bool>("isGammaFixed");
    QTest::newRow("torch's rules") << false << false;
    QTest::newRow("MXNet's rules") << true << false;
    QTest::newRow("MXNet's rules, fixed gamma") << true << true;
}

/// torch's own operators run on the processor as well.
void BatchNormTest::aGpusWayIsTheProcessors()
{
    QFETCH(bool, isVarianceBiased);
    QFETCH(bool, isGammaFixed);
    const NormRules rules{
        .epsilon = 2e-5, .momentum = 0.3, .isVarianceBiased = isVarianceBiased, .isGammaFixed = isGammaFixed};
    torch::manual_seed(1);
    const torch::Tensor values = torch::randn({3, 6, 9, 7}) * 2 + 3;
    const torch::Tensor gradient = torch::randn(values.sizes());
    std::vector<std::vector<torch::Tensor>> results;
    for (const bool asOnGpu : {false, true}) {
        const NormTensors norm{torch::linspace(0.5, 2, 6).requires_grad_(), torch::linspace(-1, 1, 6).requires_grad_(),
                               torch::zeros({6}), torch::ones({6})};
        const torch::Tensor x = values.clone().requires_grad_();
        const torch::Tensor y = asOnGpu ? normalizeBatchOnDevice(x, norm, rules, Activation::Relu6)
                                        : normalizeBatch(x, norm, rules, Activation::Relu6);
        y.backward(gradient);
        QVERIFY(norm.gamma.grad().defined());
        results.push_back({y, x.grad(), norm.gamma.grad(), norm.beta.grad(), norm.runningMean, norm.runningVar});
    }
    for (size_t i = 0; i < results[0].size(); ++i)
        QVERIFY2(torch::allclose(results[1][i], results[0][i], 1e-4, 1e-4), qPrintable(QString::number(i)));
}

void BatchNormTest::foldedConvolutionEqualsTheLayersApart()
{
    torch::manual_seed(2);
    for (const ConvShape &shape : {ConvShape{8, 16, 1}, depthwise(8, 2), ConvShape{8, 4, 3}}) {
        torch::nn::Module owner;
        ConvNorm layer(owner, "conv", "norm", shape, Activation::Relu6);
        const torch::Tensor x = torch::randn({2, 8, 11, 11});
        layer.forward(x); // moves the running statistics
        owner.eval();
        const torch::NoGradGuard noGrad;
        const torch::Tensor apart = layer.forward(x);
        layer.fold(torch::kFloat32);
        QVERIFY(torch::allclose(layer.forward(x), apart, 1e-4, 1e-5));
    }
}

void BatchNormTest::twoRunsWithTheSameThreadsAreEqual()
{
    torch::manual_seed(4);
    at::set_num_threads(2);
    const torch::Tensor x = torch::randn({4, 32, 37, 37});
    const torch::Tensor first = BatchNorm(32)->forward(x, Activation::Relu6);
    QVERIFY(torch::equal(BatchNorm(32)->forward(x, Activation::Relu6), first));
}

QTEST_GUILESS_MAIN(BatchNormTest)
#include "batch_norm_test.moc"
