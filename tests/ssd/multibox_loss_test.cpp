// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/multibox_loss.h"

#include <QTest>

#include <cmath>

using namespace boxwright::ssd;

namespace {

/// Four priors, one in each quarter of the image.
torch::Tensor quarterPriors()
{
    return torch::tensor(
        {{0.0F, 0.0F, 0.5F, 0.5F}, {0.5F, 0.0F, 1.0F, 0.5F}, {0.0F, 0.5F, 0.5F, 1.0F}, {0.5F, 0.5F, 1.0F, 1.0F}});
}

/// The loss as MXNet's graph states it (facts 2.6), in torch operations with torch's own gradient.
torch::Tensor plainLoss(const SsdOutput &output, const Targets &targets)
{
    const torch::Tensor counted = targets.classTarget >= 0;
    const torch::Tensor logProbability = torch::log_softmax(output.classLogits, 2);
    const torch::Tensor ownClass = targets.classTarget.clamp_min(0).unsqueeze(2);
    const torch::Tensor crossEntropy = -logProbability.gather(2, ownClass).squeeze(2).masked_select(counted).sum();
    const torch::Tensor difference = (output.boxOffsets - targets.boxTarget) * targets.boxMask;
    const torch::Tensor smooth =
        torch::where(difference.abs() <= 1, 0.5 * difference * difference, difference.abs() - 0.5);
    return crossEntropy / counted.sum().clamp_min(1) + smooth.sum() / (smooth > 0).sum().clamp_min(1);
}

} // namespace

class MultiboxLossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyImageGivesZeroLossAndZeroGradient();
    void twoClassesOfEqualLogitsCostLogTwo();
    void lossAndGradientEqualTheFormula();
    void gradientIsScaledByWhatComesAfter();
    void notANumberShows();
};

void MultiboxLossTest::emptyImageGivesZeroLossAndZeroGradient()
{
    SsdOutput output{torch::randn({1, 4, 3}).requires_grad_(), torch::randn({1, 4, 4}).requires_grad_()};
    const MultiboxLoss loss = multiboxLoss(output, assignTargets(quarterPriors(), {{}}, output.classLogits));
    QCOMPARE(loss.total.item<float>(), 0.0F);
    QCOMPARE(loss.classLoss, 0.0);
    QCOMPARE(loss.boxLoss, 0.0);
    loss.total.backward();
    QCOMPARE(output.classLogits.grad().abs().sum().item<float>(), 0.0F);
    QCOMPARE(output.boxOffsets.grad().abs().sum().item<float>(), 0.0F);
}

void MultiboxLossTest::twoClassesOfEqualLogitsCostLogTwo()
{
    SsdOutput output{torch::zeros({1, 4, 2}), torch::zeros({1, 4, 4})};
    const Targets targets = assignTargets(quarterPriors(), {{{0, 0.0F, 0.0F, 0.5F, 0.5F}}}, output.classLogits);
    const MultiboxLoss loss = multiboxLoss(output, targets);
    QVERIFY(std::abs(loss.total.item<double>() - std::log(2.0)) < 1e-6);
    QVERIFY(std::abs(loss.classLoss - std::log(2.0)) < 1e-6);
    QCOMPARE(loss.boxLoss, 0.0);
}

void MultiboxLossTest::lossAndGradientEqualTheFormula()
{
    torch::manual_seed(3);
    const torch::Tensor logits = torch::randn({3, 4, 4});
    const torch::Tensor offsets = torch::randn({3, 4, 4}) * 2;
    const std::vector<std::vector<TargetBox>> objects{
        {{2, 0.1F, 0.05F, 0.45F, 0.5F}}, {}, {{0, 0.5F, 0.5F, 0.9F, 1.0F}, {1, 0.0F, 0.6F, 0.4F, 1.0F}}};
    const Targets targets = assignTargets(quarterPriors(), objects, logits);
    SsdOutput ours{logits.clone().requires_grad_(), offsets.clone().requires_grad_()};
    SsdOutput plain{logits.clone().requires_grad_(), offsets.clone().requires_grad_()};
    const MultiboxLoss loss = multiboxLoss(ours, targets);
    const torch::Tensor expected = plainLoss(plain, targets);
    loss.total.backward();
    expected.backward();
    QVERIFY(torch::allclose(loss.total, expected, 1e-5, 1e-6));
    QVERIFY(torch::allclose(ours.classLogits.grad(), plain.classLogits.grad(), 1e-5, 1e-7));
    QVERIFY(torch::allclose(ours.boxOffsets.grad(), plain.boxOffsets.grad(), 1e-5, 1e-7));
}

void MultiboxLossTest::gradientIsScaledByWhatComesAfter()
{
    SsdOutput once{torch::ones({1, 4, 2}).requires_grad_(), torch::ones({1, 4, 4}).requires_grad_()};
    SsdOutput twice{torch::ones({1, 4, 2}).requires_grad_(), torch::ones({1, 4, 4}).requires_grad_()};
    const Targets targets = assignTargets(quarterPriors(), {{{0, 0.0F, 0.0F, 0.5F, 0.5F}}}, once.classLogits);
    multiboxLoss(once, targets).total.backward();
    (multiboxLoss(twice, targets).total * 2).backward();
    QVERIFY(torch::allclose(twice.classLogits.grad(), once.classLogits.grad() * 2));
    QVERIFY(torch::allclose(twice.boxOffsets.grad(), once.boxOffsets.grad() * 2));
}

void MultiboxLossTest::notANumberShows()
{
    SsdOutput output{torch::zeros({1, 4, 2}), torch::full({1, 4, 4}, std::nan(""))};
    const Targets targets = assignTargets(quarterPriors(), {{{0, 0.0F, 0.0F, 0.5F, 0.5F}}}, output.classLogits);
    QVERIFY(std::isnan(multiboxLoss(output, targets).total.item<float>()));
}

QTEST_GUILESS_MAIN(MultiboxLossTest)
#include "multibox_loss_test.moc"
