// SPDX-License-Identifier: GPL-3.0-or-later
// MXNet's own optimisers, recorded by running them: every case of $BOXWRIGHT_REFERENCE/mxnet/optimizers/*.json, with
// the multipliers, options and schedule that the case names and the tolerances of the README.
#include "core/ssd/adadelta.h"
#include "core/ssd/adam.h"
#include "core/ssd/learning_rate.h"
#include "core/ssd/rmsprop.h"
#include "core/ssd/sgd.h"
#include "tests/support/loose_parameters.h"
#include "tests/support/reference_vectors.h"

#include <QTest>

#include <set>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

using Case = nlohmann::json;

OptimiserOptions optionsOfCase(const Case &sample)
{
    const Case &arguments = sample.at("arguments");
    OptimiserOptions options;
    options.weightDecay = arguments.value("wd", 0.0);
    options.rescale = arguments.value("rescale_grad", 1.0);
    options.clip = arguments.value("clip_gradient", -1.0);
    options.multipliers = [sample](std::string_view name) {
        const std::string key(name);
        return Multipliers{sample.at("lr_mult").value(key, 1.0), sample.at("wd_mult").value(key, 1.0)};
    };
    return options;
}

std::unique_ptr<Optimiser> makeOptimiserOfCase(const Case &sample, const LooseParameters &parameters)
{
    const auto kind = sample.at("optimizer").get<std::string>();
    const OptimiserOptions options = optionsOfCase(sample);
    if (kind == "sgd")
        return std::make_unique<Sgd>(parameters, sample.at("arguments").value("momentum", 0.0), options);
    if (kind == "adam")
        return std::make_unique<Adam>(parameters, options);
    if (kind == "rmsprop")
        return std::make_unique<RmsProp>(parameters, options);
    if (kind == "adadelta")
        return std::make_unique<AdaDelta>(parameters, options);
    return nullptr;
}

/// Our schedule for the MultiFactorScheduler of the case, one step an epoch; constant where it has none.
LearningRate scheduleOf(const Case &sample)
{
    const Case &arguments = sample.at("arguments");
    Hyperparameters values;
    values.learningRate = arguments.value("learning_rate", 0.0);
    values.epochs = int(sample.at("steps").size());
    const Case scheduler = arguments.value("lr_scheduler", Case());
    if (scheduler.contains("MultiFactorScheduler")) {
        values.lrSchedulerFactor = scheduler.at("MultiFactorScheduler").at("factor").get<double>();
        for (const Case &step : scheduler.at("MultiFactorScheduler").at("step"))
            values.lrSchedulerStep << step.get<int>();
    }
    return LearningRate::bySteps(values, /*batchesPerEpoch=*/1);
}

/// Arguments that the test honours; another one would go unseen.
bool knowsArguments(const Case &sample)
{
    static const std::set<std::string> known{"learning_rate", "momentum",      "wd",
                                             "rescale_grad",  "clip_gradient", "lr_scheduler"};
    for (const auto &[name, value] : sample.at("arguments").items()) {
        if (known.count(name) == 0)
            return false;
    }
    return true;
}

} // namespace

class ReferenceOptimizersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void updatesAreMxnets_data();
    void updatesAreMxnets();

private:
    Case m_cases = Case::array();
};

void ReferenceOptimizersTest::updatesAreMxnets_data()
{
    QTest::addColumn<int>("index");
    const QDir folder(referenceFolder().filePath(QStringLiteral("mxnet/optimizers")));
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const Case document = readReference(folder.filePath(file));
        for (const Case &sample : document.at("cases"))
            m_cases.push_back(sample);
    }
    for (size_t i = 0; i < m_cases.size(); ++i)
        QTest::addRow("%zu %s", i, m_cases[i].at("optimizer").get<std::string>().c_str()) << int(i);
    if (m_cases.empty())
        QTest::newRow("no reference") << -1;
}

void ReferenceOptimizersTest::updatesAreMxnets()
{
    QFETCH(int, index);
    if (index < 0)
        QSKIP("mxnet/optimizers is absent: set BOXWRIGHT_REFERENCE");
    const Case sample = m_cases.at(size_t(index));
    QVERIFY2(knowsArguments(sample), sample.at("arguments").dump().c_str());
    LooseParameters parameters;
    for (const auto &[name, value] : sample.at("initial").items())
        parameters.add(name, referenceTensor(value));
    const auto optimiser = makeOptimiserOfCase(sample, parameters);
    QVERIFY(optimiser);
    const LearningRate schedule = scheduleOf(sample);
    const bool hasRate = sample.at("arguments").contains("learning_rate"); // adadelta needs none
    int number = 0;
    for (const Case &step : sample.at("steps")) {
        for (const auto &[name, value] : step.at("gradients").items())
            parameters.named_parameters()[name].mutable_grad() = referenceTensor(value);
        const double rate = schedule.at({number, 0});
        if (hasRate && step.contains("learning_rate_after_update"))
            QVERIFY(std::abs(rate - step.at("learning_rate_after_update").get<double>()) <= 1e-12);
        optimiser->step(rate);
        ++number;
        for (const auto &[name, value] : step.at("after").items()) {
            const torch::Tensor expected = referenceTensor(value);
            const torch::Tensor actual = parameters.named_parameters()[name];
            QVERIFY2(firstDifference(actual, expected, 1e-6, 1e-5) == -1,
                     qPrintable(QStringLiteral("%1 after update %2: off by %3")
                                    .arg(QString::fromStdString(name))
                                    .arg(number)
                                    .arg(largestDifference(actual, expected))));
        }
    }
    QVERIFY(number > 0);
}

QTEST_GUILESS_MAIN(ReferenceOptimizersTest)
#include "reference_optimizers_test.moc"
