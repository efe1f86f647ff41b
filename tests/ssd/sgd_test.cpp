// SPDX-License-Identifier: GPL-3.0-or-later
// Six updates of MXNet's own SGD, recorded by running it (../shared/reference/mxnet/optimizers).
#include "core/ssd/sgd.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright::ssd;

namespace {

using Json = nlohmann::json;

torch::Tensor tensorOf(const Json &array)
{
    const auto numbers = array.at("data").get<std::vector<float>>();
    const auto shape = array.at("shape").get<std::vector<int64_t>>();
    return torch::tensor(numbers).reshape(shape).clone();
}

/// MXNet's multiplier for feat_bias stands for the layers that SSD adds, so the parameter gets such a name here.
std::string ourName(const std::string &name)
{
    return name == "feat_bias" ? "head_feat_bias" : name;
}

/// Parameters without a network.
class Parameters : public SsdNetworkImpl
{
public:
    void add(const std::string &name, const torch::Tensor &value) { register_parameter(name, value); }
    SsdOutput forward(const torch::Tensor &) override { return {}; }
    [[nodiscard]] std::vector<PriorSpec> priorSpecs() const override { return {}; }
    [[nodiscard]] std::vector<std::pair<int, int>> featureSizes() const override { return {}; }
    [[nodiscard]] Preprocessing preprocessing() const override { return {}; }
};

} // namespace

class SgdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void updatesAreThoseOfMxnet();
    void aGradientWithOtherStridesIsTakenByPosition();
    void frozenParametersStay();
    void momentaThatDoNotFitAreRefused();
};

void SgdTest::updatesAreThoseOfMxnet()
{
    const QString source = qEnvironmentVariable("BOXWRIGHT_SOURCE");
    const QString folder = qEnvironmentVariable("BOXWRIGHT_REFERENCE", source + QStringLiteral("/../shared/reference"));
    QFile file(folder + QStringLiteral("/mxnet/optimizers/optimizers.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the reference file mxnet/optimizers/optimizers.json is absent");
    const Json document = Json::parse(file.readAll().toStdString());
    int cases = 0;
    for (const Json &sample : document["cases"]) {
        if (sample["optimizer"] != "sgd")
            continue;
        if (sample["arguments"].contains("clip_gradient"))
            continue; // SSD training does not clip
        Parameters parameters;
        for (const auto &[name, value] : sample["initial"].items())
            parameters.add(ourName(name), tensorOf(value));
        Sgd optimiser(parameters, {sample["arguments"].value("momentum", 0.0), sample["arguments"].value("wd", 0.0)});
        double rate = sample["arguments"]["learning_rate"];
        for (const Json &step : sample["steps"]) {
            for (const auto &[name, value] : step["gradients"].items())
                parameters.named_parameters()[ourName(name)].mutable_grad() = tensorOf(value);
            rate = step.value("learning_rate_after_update", rate);
            optimiser.step(rate);
            for (const auto &[name, value] : step["after"].items()) {
                const torch::Tensor expected = tensorOf(value);
                QVERIFY2(torch::allclose(parameters.named_parameters()[ourName(name)], expected, 1e-5, 1e-6),
                         name.c_str());
            }
        }
        ++cases;
    }
    QVERIFY(cases > 0);
}

void SgdTest::aGradientWithOtherStridesIsTakenByPosition()
{
    Parameters parameters;
    parameters.add("weight", torch::zeros({2, 3}));
    Sgd optimiser(parameters, {.momentum = 0, .weightDecay = 0});
    const torch::Tensor gradient = torch::arange(6, torch::kFloat32).reshape({3, 2}).t();
    parameters.named_parameters()["weight"].mutable_grad() = gradient;
    optimiser.step(1);
    QVERIFY(torch::equal(parameters.named_parameters()["weight"], -gradient));
}

void SgdTest::frozenParametersStay()
{
    Parameters parameters;
    parameters.add("weight", torch::ones({2}));
    parameters.named_parameters()["weight"].set_requires_grad(false);
    Sgd optimiser(parameters, {});
    parameters.named_parameters()["weight"].mutable_grad() = torch::ones({2});
    optimiser.step(1);
    QVERIFY(torch::equal(parameters.named_parameters()["weight"], torch::ones({2})));
    QVERIFY(optimiser.momenta().empty());
}

void SgdTest::momentaThatDoNotFitAreRefused()
{
    Parameters parameters;
    parameters.add("weight", torch::ones({2}));
    Sgd optimiser(parameters, {});
    QVERIFY(!optimiser.setMomenta({}));
    QVERIFY(!optimiser.setMomenta({{"weight", torch::ones({3})}}));
    QVERIFY(optimiser.setMomenta({{"weight", torch::ones({2})}}));
    QVERIFY(torch::equal(optimiser.momenta().at("weight"), torch::ones({2})));
}

QTEST_GUILESS_MAIN(SgdTest)
#include "sgd_test.moc"
