// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/optimiser.h"

#include "core/detect/hyperparameters.h"
#include "core/ssd/sgd.h"
#include "tests/support/loose_parameters.h"

#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

class OptimiserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGradientWithOtherStridesIsTakenByPosition();
    void frozenParametersStay();
    void multipliersFollowTheNames_data();
    void multipliersFollowTheNames();
    void everyOptimizerOfTheHyperparametersIsMade_data();
    void everyOptimizerOfTheHyperparametersIsMade();
    void whoCopiesTheStateGoesOnAlike_data() { everyOptimizerOfTheHyperparametersIsMade_data(); }
    void whoCopiesTheStateGoesOnAlike();
    void aGpusWayIsTheProcessors_data() { everyOptimizerOfTheHyperparametersIsMade_data(); }
    void aGpusWayIsTheProcessors();
    void aGpusWayClipsAndScalesGradientsToo();
    void rmspropTakesATenthOfTheRate();
};

namespace {

Hyperparameters withOptimizer(const QString &name)
{
    Hyperparameters values;
    values.optimizer = name;
    return values;
}

/// A step with a gradient that differs from element to element and from step to step.
void stepOnce(LooseParameters &parameters, Optimiser &optimiser, int number)
{
    torch::Tensor weight = parameters.named_parameters()["weight"]; // shares the parameter
    weight.mutable_grad() = torch::linspace(-1, 1, weight.numel()).view_as(weight) * (number + 1);
    optimiser.step(0.01);
}

} // namespace

void OptimiserTest::aGradientWithOtherStridesIsTakenByPosition()
{
    LooseParameters parameters;
    parameters.add("weight", torch::zeros({2, 3}));
    Sgd optimiser(parameters, /*momentum=*/0, {});
    const torch::Tensor gradient = torch::arange(6, torch::kFloat32).reshape({3, 2}).t();
    parameters.named_parameters()["weight"].mutable_grad() = gradient;
    optimiser.step(1);
    QVERIFY(torch::equal(parameters.named_parameters()["weight"], -gradient));
}

void OptimiserTest::frozenParametersStay()
{
    LooseParameters parameters;
    parameters.add("weight", torch::ones({2}));
    parameters.named_parameters()["weight"].set_requires_grad(false);
    Sgd optimiser(parameters, /*momentum=*/0.9, {});
    parameters.named_parameters()["weight"].mutable_grad() = torch::ones({2});
    optimiser.step(1);
    QVERIFY(torch::equal(parameters.named_parameters()["weight"], torch::ones({2})));
    QCOMPARE(optimiser.state().count("momentum/weight"), size_t(0));
}

void OptimiserTest::multipliersFollowTheNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("decay");
    // facts 2.1, 2.3 and 2.8
    QTest::newRow("weight") << QByteArray("conv1_1_weight") << 1.0 << 1.0;
    QTest::newRow("bias of the body") << QByteArray("conv1_1_bias") << 1.0 << 0.0;
    QTest::newRow("bias of an extra map") << QByteArray("multi_feat_2_conv_1x1_conv_bias") << 2.0 << 0.0;
    QTest::newRow("bias of a head") << QByteArray("relu4_3_loc_pred_conv_bias") << 2.0 << 0.0;
    QTest::newRow("weight of a head") << QByteArray("_plus12_cls_pred_conv_weight") << 1.0 << 1.0;
    QTest::newRow("gamma") << QByteArray("stage1_unit1_bn1_gamma") << 1.0 << 1.0;
    QTest::newRow("beta") << QByteArray("stage1_unit1_bn1_beta") << 1.0 << 0.0;
    QTest::newRow("scale") << QByteArray("relu4_3_scale") << 1.0 << 0.1;
}

void OptimiserTest::multipliersFollowTheNames()
{
    QFETCH(QByteArray, name);
    QFETCH(double, rate);
    QFETCH(double, decay);
    const Multipliers multipliers = ssdMultipliers(name.toStdString());
    QCOMPARE(multipliers.rate, rate);
    QCOMPARE(multipliers.decay, decay);
}

void OptimiserTest::everyOptimizerOfTheHyperparametersIsMade_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"sgd", "adam", "rmsprop", "adadelta"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void OptimiserTest::everyOptimizerOfTheHyperparametersIsMade()
{
    QFETCH(QString, name);
    QVERIFY(Hyperparameters::fromStrings({{QStringLiteral("optimizer"), name}}));
    LooseParameters parameters;
    parameters.add("weight", torch::ones({3, 2}));
    const auto optimiser = makeOptimiser(parameters, withOptimizer(name));
    QVERIFY(optimiser);
    stepOnce(parameters, *optimiser, 0);
    QVERIFY(!torch::equal(parameters.named_parameters()["weight"], torch::ones({3, 2})));
    QVERIFY(!parameters.named_parameters()["weight"].grad().defined());
}

void OptimiserTest::whoCopiesTheStateGoesOnAlike()
{
    QFETCH(QString, name);
    LooseParameters first;
    first.add("weight", torch::ones({3, 2}));
    const auto optimiser = makeOptimiser(first, withOptimizer(name));
    for (int number = 0; number < 3; ++number)
        stepOnce(first, *optimiser, number);

    LooseParameters second;
    second.add("weight", first.named_parameters()["weight"].detach().clone());
    const auto resumed = makeOptimiser(second, withOptimizer(name));
    const auto saved = optimiser->state();
    for (const auto &[key, tensor] : resumed->state())
        torch::Tensor(tensor).copy_(saved.at(key));
    for (int number = 3; number < 5; ++number) {
        stepOnce(first, *optimiser, number);
        stepOnce(second, *resumed, number);
        QVERIFY(torch::equal(first.named_parameters()["weight"], second.named_parameters()["weight"]));
    }
}

/// The lists of torch's operators run on the processor as well.
void OptimiserTest::aGpusWayIsTheProcessors()
{
    QFETCH(QString, name);
    const torch::Tensor start = torch::linspace(0.5, -2, 12).view({3, 4});
    const auto after = [&](bool asOnGpu) {
        LooseParameters parameters;
        for (const char *parameter : {"weight", "extra_bias", "scale"}) // groups with rates of their own
            parameters.add(parameter, start.clone());
        const auto optimiser = makeOptimiser(parameters, withOptimizer(name));
        for (int number = 0; number < 4; ++number) {
            for (const auto &parameter : parameters.named_parameters())
                torch::Tensor(parameter.value()).mutable_grad() =
                    torch::linspace(-1, 1, 12).view({3, 4}) * number + 0.1;
            asOnGpu ? optimiser->stepOnDevice(0.01) : optimiser->step(0.01);
        }
        std::vector<torch::Tensor> weights;
        for (const auto &parameter : parameters.named_parameters())
            weights.push_back(parameter.value().detach());
        return weights;
    };
    const std::vector<torch::Tensor> wanted = after(false);
    const std::vector<torch::Tensor> found = after(true);
    for (size_t i = 0; i < wanted.size(); ++i) {
        QVERIFY(!torch::equal(wanted[i], start));
        QVERIFY(torch::allclose(found[i], wanted[i], 1e-5, 1e-6));
    }
}

void OptimiserTest::aGpusWayClipsAndScalesGradientsToo()
{
    const OptimiserOptions options{.weightDecay = 0.1, .rescale = 2, .clip = 0.5};
    torch::Tensor wanted;
    for (const bool asOnGpu : {false, true}) {
        LooseParameters parameters;
        parameters.add("weight", torch::linspace(-1, 1, 5));
        Sgd optimiser(parameters, /*momentum=*/0.9, options);
        parameters.named_parameters()["weight"].mutable_grad() = torch::linspace(-1, 1, 5);
        asOnGpu ? optimiser.stepOnDevice(0.1) : optimiser.step(0.1);
        const torch::Tensor found = parameters.named_parameters()["weight"].detach();
        if (asOnGpu)
            QVERIFY(torch::allclose(found, wanted));
        wanted = found;
    }
}

void OptimiserTest::rmspropTakesATenthOfTheRate()
{
    LooseParameters parameters;
    parameters.add("bias", torch::zeros({1}));
    const auto optimiser = makeOptimiser(parameters, withOptimizer(QStringLiteral("rmsprop")));
    parameters.named_parameters()["bias"].mutable_grad() = torch::ones({1});
    optimiser->step(0.01);
    // The first step is rate * g / sqrt((1 - 0.9) g^2 + 1e-8), whatever g is (facts 2.8: rate = learning_rate / 10).
    QVERIFY(std::abs(parameters.named_parameters()["bias"].item<double>() + 0.001 / std::sqrt(0.1)) < 1e-6);
}

QTEST_GUILESS_MAIN(OptimiserTest)
#include "optimiser_test.moc"
