// SPDX-License-Identifier: GPL-3.0-or-later
// What the reference vectors do not show: several images at once, threads, edges.
#include "core/ssd/multibox_target.h"

#include <QTest>

#include <cmath>

using namespace boxwright::ssd;

namespace {

/// Priors of 0.2 x 0.2 on a grid of 10 x 10.
torch::Tensor gridPriors()
{
    torch::Tensor priors = torch::empty({100, 4});
    for (int j = 0; j < 100; ++j) {
        const float x = float(j % 10) / 10 - 0.05F;
        const float y = float(j / 10) / 10 - 0.05F;
        priors[j] = torch::tensor({x, y, x + 0.2F, y + 0.2F});
    }
    return priors;
}

} // namespace

class MultiboxTargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imageWithoutObjectsIsIgnoredWhole();
    void objectOnAPriorHasOffsetsZero();
    void objectWithoutAreaMatchesNothing_data();
    void objectWithoutAreaMatchesNothing();
    void threadsChangeNothing();
    void notANumberInLogitsIsSurvived();
};

void MultiboxTargetTest::imageWithoutObjectsIsIgnoredWhole()
{
    const Targets targets = assignTargets(gridPriors(), {{}, {}}, torch::zeros({2, 100, 3}));
    QVERIFY((targets.classTarget == -1).all().item<bool>());
    QCOMPARE(targets.boxMask.sum().item<float>(), 0.0F);
    QCOMPARE(targets.boxTarget.abs().sum().item<float>(), 0.0F);
}

void MultiboxTargetTest::objectOnAPriorHasOffsetsZero()
{
    const torch::Tensor priors = gridPriors();
    const torch::Tensor prior = priors[45];
    const float *corner = prior.data_ptr<float>();
    const Targets targets =
        assignTargets(priors, {{{1, corner[0], corner[1], corner[2], corner[3]}}}, torch::zeros({1, 100, 3}));
    QCOMPARE(targets.classTarget[0][45].item<int64_t>(), int64_t(2)); // class + 1
    QVERIFY(targets.boxTarget[0][45].abs().max().item<float>() < 1e-5F);
    QCOMPARE(targets.boxMask[0][45].sum().item<float>(), 4.0F);
    // Neighbours half covered have IoU 1/3: one positive, three negatives, lowest number first among equals.
    QCOMPARE((targets.classTarget > 0).sum().item<int64_t>(), int64_t(1));
    QCOMPARE((targets.classTarget[0].slice(0, 0, 3) == 0).sum().item<int64_t>(), int64_t(3));
    QCOMPARE((targets.classTarget == 0).sum().item<int64_t>(), int64_t(3));
}

void MultiboxTargetTest::objectWithoutAreaMatchesNothing_data()
{
    QTest::addColumn<QList<float>>("corners");
    QTest::newRow("a line") << QList<float>{0.4F, 0.4F, 0.4F, 0.6F};
    QTest::newRow("a point") << QList<float>{0.4F, 0.4F, 0.4F, 0.4F};
    QTest::newRow("outside") << QList<float>{2.0F, 2.0F, 2.2F, 2.2F};
    QTest::newRow("not a number") << QList<float>{NAN, 0.4F, 0.6F, 0.6F};
}

void MultiboxTargetTest::objectWithoutAreaMatchesNothing()
{
    QFETCH(QList<float>, corners);
    const Targets targets =
        assignTargets(gridPriors(), {{{0, corners[0], corners[1], corners[2], corners[3]}}}, torch::zeros({1, 100, 2}));
    QVERIFY((targets.classTarget <= 0).all().item<bool>());
    QVERIFY(torch::isfinite(targets.boxTarget).all().item<bool>());
}

void MultiboxTargetTest::threadsChangeNothing()
{
    torch::manual_seed(5);
    const torch::Tensor logits = torch::randn({6, 100, 4});
    std::vector<std::vector<TargetBox>> objects(6);
    for (size_t image = 0; image < objects.size(); ++image)
        for (size_t k = 0; k < image; ++k) {
            const float start = 0.1F * float(k);
            objects[image].push_back({int(k % 3), start, 0.05F * float(image), start + 0.22F, 0.3F});
        }
    at::set_num_threads(1);
    const Targets one = assignTargets(gridPriors(), objects, logits);
    at::set_num_threads(3);
    const Targets three = assignTargets(gridPriors(), objects, logits);
    QVERIFY(torch::equal(one.classTarget, three.classTarget));
    QVERIFY(torch::equal(one.boxTarget, three.boxTarget));
    QVERIFY(torch::equal(one.boxMask, three.boxMask));
}

void MultiboxTargetTest::notANumberInLogitsIsSurvived()
{
    const torch::Tensor logits = torch::full({1, 100, 3}, NAN);
    const Targets targets = assignTargets(gridPriors(), {{{0, 0.3F, 0.3F, 0.5F, 0.5F}}}, logits);
    QVERIFY((targets.classTarget > 0).any().item<bool>());
}

QTEST_GUILESS_MAIN(MultiboxTargetTest)
#include "multibox_target_test.moc"
