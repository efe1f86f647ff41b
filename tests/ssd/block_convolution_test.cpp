// SPDX-License-Identifier: GPL-3.0-or-later
// Against torch's own convolution in double precision.
#include "core/ssd/block_convolution.h"

#include <QTest>

using namespace boxwright::ssd;

namespace {

/// Rough enough for Winograd's sums in float32, which lose about a digit.
constexpr double kTolerance = 2e-4;

torch::Tensor inBlocks(const torch::Tensor &maps)
{
    const int64_t height = maps.size(2);
    const int64_t width = maps.size(3);
    return maps.reshape({-1, kBlockChannels, height, width}).contiguous(torch::MemoryFormat::ChannelsLast);
}

/// Largest difference, as a share of the largest expected value.
double difference(const torch::Tensor &found, const torch::Tensor &expected)
{
    const torch::Tensor apart = (found.to(torch::kFloat64) - expected).abs().max();
    return (apart / expected.abs().max()).item<double>();
}

} // namespace

class BlockConvolutionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void equalsTorch_data();
    void equalsTorch();
    void bfloat16IsRoundedTorch();
    void frozenFiltersGetNoGradient();
    void aBiasLearnsBesideFrozenFilters();
    void poolingInBlocksIsPooling();
};

void BlockConvolutionTest::initTestCase()
{
    torch::manual_seed(1);
    if (!hasBlockConvolution(torch::zeros({1, 3, 8, 8})))
        QSKIP("no oneDNN 2 beside LibTorch, or a processor without AVX-512");
}

void BlockConvolutionTest::equalsTorch_data()
{
    QTest::addColumn<QList<int>>("in");        // (images, channels, height, width)
    QTest::addColumn<QList<int>>("convolves"); // (filters, kernel, stride, padding, dilation)
    QTest::newRow("by Winograd") << QList<int>{2, 32, 20, 33} << QList<int>{48, 3, 1, 1, 1};
    QTest::newRow("by Winograd, more images than at once") << QList<int>{11, 64, 17, 16} << QList<int>{32, 3, 1, 1, 1};
    QTest::newRow("a small map") << QList<int>{3, 32, 5, 4} << QList<int>{32, 3, 1, 1, 1};
    QTest::newRow("of images") << QList<int>{2, 3, 30, 31} << QList<int>{64, 3, 1, 1, 1};
    QTest::newRow("dilated") << QList<int>{2, 32, 19, 19} << QList<int>{64, 3, 1, 6, 6};
    QTest::newRow("one cell") << QList<int>{2, 64, 19, 19} << QList<int>{32, 1, 1, 0, 1};
    QTest::newRow("every second cell") << QList<int>{2, 32, 19, 20} << QList<int>{32, 3, 2, 1, 1};
}

void BlockConvolutionTest::equalsTorch()
{
    QFETCH(QList<int>, in);
    QFETCH(QList<int>, convolves);
    const ConvShape shape{in[1], convolves[0], convolves[1], convolves[2], /*groups=*/1, convolves[3], convolves[4]};
    const bool isOfImages = in[1] == 3;
    const torch::Tensor maps = torch::randn({in[0], in[1], in[2], in[3]});
    const torch::Tensor weight = torch::randn({shape.out, shape.in, shape.kernel, shape.kernel}).requires_grad_();
    const torch::Tensor bias = torch::randn({shape.out}).requires_grad_();
    const auto exact = [](const torch::Tensor &x) { return x.detach().to(torch::kFloat64).requires_grad_(); };
    const torch::Tensor exactMaps = exact(maps);
    const torch::Tensor exactWeight = exact(weight);
    const torch::Tensor exactBias = exact(bias);
    const torch::Tensor expected =
        torch::conv2d(exactMaps, exactWeight, exactBias, shape.stride, shape.padding, shape.dilation).relu();

    const torch::Tensor x = isOfImages ? maps : inBlocks(maps).requires_grad_();
    const torch::Tensor y = convolveRectified(x, weight, bias, shape, in[0]);
    const torch::Tensor found = withoutBlocks(y, in[0]);

    QVERIFY(found.sizes() == expected.sizes());
    QVERIFY(found.is_contiguous(torch::MemoryFormat::ChannelsLast));
    QVERIFY2(difference(found, expected) < kTolerance, qPrintable(QString::number(difference(found, expected))));

    // Where rounding decides about the sign before relu, the two may differ.
    const torch::Tensor clear = (expected.detach() > 1e-3).logical_or(found.detach() == 0).to(torch::kFloat64);
    const torch::Tensor gradient = torch::randn(expected.sizes(), torch::kFloat64) * clear;
    expected.backward(gradient);
    found.backward(gradient.to(torch::kFloat32));
    QVERIFY(difference(weight.grad(), exactWeight.grad()) < kTolerance);
    QVERIFY(difference(bias.grad(), exactBias.grad()) < kTolerance);
    if (!isOfImages)
        QVERIFY(difference(withoutBlocks(x.grad(), in[0]), exactMaps.grad()) < kTolerance);
}

void BlockConvolutionTest::bfloat16IsRoundedTorch()
{
    if (!hasBlockConvolution(torch::zeros({1, 3, 8, 8}, torch::kBFloat16)))
        QSKIP("a processor that does not multiply bfloat16");
    const ConvShape shape{32, 48, 3};
    const torch::Tensor maps = torch::randn({2, 32, 20, 33}).to(torch::kBFloat16);
    const torch::Tensor weight = torch::randn({48, 32, 3, 3}).to(torch::kBFloat16).to(torch::kFloat32);
    const torch::Tensor bias = torch::randn({48});
    const torch::Tensor expected =
        torch::conv2d(maps.to(torch::kFloat64), weight.to(torch::kFloat64), bias.to(torch::kFloat64), 1, 1).relu();
    const torch::Tensor learnt = weight.clone().requires_grad_();

    const torch::Tensor y = convolveRectified(inBlocks(maps), learnt, bias, shape, 2);
    y.sum().backward();

    constexpr double kHalfUnit = 1.0 / 256; // of bfloat16's eight bits
    QCOMPARE(y.scalar_type(), torch::kBFloat16);
    QVERIFY(difference(withoutBlocks(y, 2), expected) < kHalfUnit);
    QCOMPARE(learnt.grad().scalar_type(), torch::kFloat32);
    QVERIFY(learnt.grad().abs().sum().item<double>() > 0);
}

void BlockConvolutionTest::frozenFiltersGetNoGradient()
{
    const torch::Tensor x = inBlocks(torch::randn({2, 32, 18, 18})).requires_grad_();
    const torch::Tensor weight = torch::randn({32, 32, 3, 3});
    convolveRectified(x, weight, torch::zeros({32}), {32, 32, 3}, 2).sum().backward();

    QVERIFY(x.grad().abs().sum().item<double>() > 0);
    QVERIFY(!weight.grad().defined());
}

void BlockConvolutionTest::aBiasLearnsBesideFrozenFilters()
{
    const torch::Tensor bias = torch::full({32}, 1000.0F).requires_grad_(); // nothing is rectified
    convolveRectified(inBlocks(torch::randn({2, 32, 18, 18})), torch::randn({32, 32, 3, 3}), bias, {32, 32, 3}, 2)
        .sum()
        .backward();

    QVERIFY(torch::allclose(bias.grad(), torch::full({32}, 2.0F * 18 * 18)));
}

void BlockConvolutionTest::poolingInBlocksIsPooling()
{
    const torch::Tensor maps = torch::randn({2, 32, 15, 17});
    const auto pooled = [](const torch::Tensor &x) { return torch::max_pool2d(x, 2, 2, 0, 1, /*ceil_mode=*/true); };

    QVERIFY(torch::equal(withoutBlocks(pooled(inBlocks(maps)), 2), pooled(maps)));
}

QTEST_GUILESS_MAIN(BlockConvolutionTest)
#include "block_convolution_test.moc"
