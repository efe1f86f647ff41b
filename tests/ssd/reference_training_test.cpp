// SPDX-License-Identifier: GPL-3.0-or-later
// Three SGD steps of tiny models as MXNet did them: targets, losses, gradients, updated parameters and running
// statistics of each $BOXWRIGHT_REFERENCE/mxnet/training/*, within the tolerances of the README.
#include "core/ssd/multibox_loss.h"
#include "core/ssd/sgd.h"
#include "tests/support/reference_models.h"

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

using Document = nlohmann::json;

/// One training of the folder: the model, its batch and what MXNet recorded.
class RecordedTraining
{
public:
    explicit RecordedTraining(const QDir &folder)
        : m_expected(readReference(folder.filePath(QStringLiteral("expected.json"))))
        , m_model(QDir(folder.filePath(QStringLiteral("../../artifacts/")) + folder.dirName()), NormSums::OneByOne)
    {
        if (!m_model.problem().isEmpty())
            return;
        m_priors = makePriors(*m_model.network());
        std::vector<torch::Tensor> pictures;
        for (const Document &name : m_expected.at("images"))
            pictures.push_back(ReferenceModel::pictureTensor(
                folder.filePath(QString::fromStdString(name.get<std::string>())), m_model.network()->preprocessing()));
        m_input = torch::cat(pictures);
        const torch::Tensor labels = referenceTensor(m_expected.at("label"));
        for (int64_t image = 0; image < labels.size(0); ++image)
            m_objects.push_back(objectsIn(labels[image].contiguous()));
        m_model.network()->train();
    }

    [[nodiscard]] QString problem() const { return m_model.problem(); }
    [[nodiscard]] const Document &expected() const { return m_expected; }
    [[nodiscard]] SsdNetworkImpl &network() const { return *m_model.network(); }
    [[nodiscard]] const Targets &targets() const { return m_targets; }
    [[nodiscard]] bool hasBatchNorm() const { return !network().buffers().empty(); }

    /// Forward, targets, loss, backward; the gradients stay in the network.
    MultiboxLoss pass()
    {
        const SsdOutput output = network().forward(m_input);
        m_targets = assignTargets(m_priors, m_objects, output.classLogits.detach());
        const MultiboxLoss loss = multiboxLoss(output, m_targets);
        loss.total.backward();
        return loss;
    }

    [[nodiscard]] Sgd optimiserFor(const Document &settings) const
    {
        OptimiserOptions options;
        options.weightDecay = settings.at("wd").get<double>();
        options.rescale = settings.at("rescale_grad").get<double>();
        return {network(), settings.at("momentum").get<double>(), options};
    }

private:
    static std::vector<TargetBox> objectsIn(const torch::Tensor &rows)
    {
        std::vector<TargetBox> objects;
        for (int64_t i = 0; i < rows.size(0); ++i) {
            const float *row = rows.data_ptr<float>() + i * rows.size(1);
            if (row[0] == -1.0F)
                break;
            objects.push_back({int(row[0]), row[1], row[2], row[3], row[4]});
        }
        return objects;
    }

    Document m_expected;
    ReferenceModel m_model;
    torch::Tensor m_priors;
    torch::Tensor m_input;
    std::vector<std::vector<TargetBox>> m_objects;
    Targets m_targets;
};

bool isGiven(const Document &object, const char *name)
{
    return object.contains(name) && !object.at(name).is_null();
}

QString difference(const char *what, const std::string &name, double ours, double theirs)
{
    return QStringLiteral("%1 of %2: %3, MXNet %4")
        .arg(QLatin1String(what), QString::fromStdString(name))
        .arg(ours, 0, 'g', 9)
        .arg(theirs, 0, 'g', 9);
}

/// Tolerance of the two losses, relative, at each step: differences grow.
double lossTolerance(size_t step)
{
    constexpr std::array<double, 4> kTolerance{1e-5, 2e-4, 1e-3, 1e-2};
    return kTolerance.at(step);
}

QString oddLoss(const Document &metric, const MultiboxLoss &loss, size_t step)
{
    const std::pair<const char *, double> ours[]{{"CrossEntropy", loss.classLoss}, {"SmoothL1", loss.boxLoss}};
    for (const auto &[name, value] : ours) {
        const double theirs = metric.at(name).get<double>();
        if (!(std::abs(value - theirs) <= lossTolerance(step) * std::abs(theirs)))
            return difference("loss", name, value, theirs);
    }
    return {};
}

/// Positive priors with their class and negative priors of each image, exactly.
QString oddTargets(const Document &recorded, const Targets &ours)
{
    torch::Tensor theirs = torch::full_like(ours.classTarget, -1);
    for (int64_t image = 0; image < theirs.size(0); ++image) {
        for (const Document &positive : recorded.at("positive_anchor_class").at(size_t(image)))
            theirs[image][positive.at(0).get<int64_t>()] = positive.at(1).get<int64_t>();
        for (const Document &negative : recorded.at("negative_anchors").at(size_t(image)))
            theirs[image][negative.get<int64_t>()] = 0;
    }
    const auto count = (theirs != ours.classTarget).sum().item<int64_t>();
    return count == 0 ? QString() : QStringLiteral("%1 targets differ").arg(count);
}

double normOf(const torch::Tensor &tensor)
{
    return tensor.detach().to(torch::kFloat64).norm().item<double>();
}

double largestNorm(const Document &gradients)
{
    double largest = 0;
    for (const auto &[name, gradient] : gradients.items())
        largest = std::max(largest, gradient.at("l2").get<double>());
    return largest;
}

/// At the first step every norm, later those that are not small.
QString oddGradient(const Document &recorded, const RecordedTraining &training, size_t step)
{
    const double largest = largestNorm(recorded);
    const double firstTolerance = training.hasBatchNorm() ? 5e-2 : 2e-3;
    const auto parameters = training.network().named_parameters();
    for (const auto &[name, gradient] : recorded.items()) {
        const double theirs = gradient.at("l2").get<double>();
        const double ours = normOf(parameters[name].grad());
        if (step > 0 && theirs < 1e-2 * largest)
            continue;
        const double allowed = step > 0 ? 0.2 * theirs : firstTolerance * std::max(theirs, 1e-4 * largest);
        if (!(std::abs(ours - theirs) <= allowed))
            return difference("gradient", name, ours, theirs);
    }
    return {};
}

/// Entries within a part of the tensor's largest magnitude, norms within a part of themselves.
QString oddTensor(const Document &recorded, const RecordedTraining &training)
{
    auto tensors = training.network().named_parameters();
    for (const auto &buffer : training.network().named_buffers())
        tensors.insert(buffer.key(), buffer.value());
    for (const auto &[key, checksum] : recorded.items()) {
        const torch::Tensor ours = tensors[key.substr(4)].detach().reshape(-1); // "arg:" or "aux:"
        const double largest =
            std::max(std::abs(checksum.at("min").get<double>()), std::abs(checksum.at("max").get<double>()));
        const double norm = checksum.at("l2").get<double>();
        if (!(std::abs(normOf(ours) - norm) <= 5e-4 * norm))
            return difference("norm", key, normOf(ours), norm);
        for (size_t i = 0; i < checksum.at("index").size(); ++i) {
            const double value = ours[checksum.at("index").at(i).get<int64_t>()].item<double>();
            const double theirs = checksum.at("value").at(i).get<double>();
            if (!(std::abs(value - theirs) <= 2e-3 * largest))
                return difference("entry", key, value, theirs);
        }
    }
    return {};
}

} // namespace

class ReferenceTrainingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void multipliersAreMxnets_data() { addArtifactRows(QStringLiteral("mxnet/training")); }
    void multipliersAreMxnets();
    void stepsAreMxnets_data() { multipliersAreMxnets_data(); }
    void stepsAreMxnets();
    void strongDecayShowsItsRules_data() { multipliersAreMxnets_data(); }
    void strongDecayShowsItsRules();
};

void ReferenceTrainingTest::multipliersAreMxnets()
{
    FETCH_ARTIFACT(folder);
    const RecordedTraining training(folder);
    QVERIFY2(training.problem().isEmpty(), qPrintable(training.problem()));
    const Document &theirs = training.expected().at("multipliers");
    QCOMPARE(training.network().named_parameters().size(), theirs.size());
    for (const auto &[name, value] : theirs.items()) {
        const Multipliers ours = ssdMultipliers(name);
        QVERIFY2(ours.rate == value.at("lr_mult").get<double>(), name.c_str());
        QVERIFY2(ours.decay == value.at("wd_mult").get<double>(), name.c_str());
    }
}

void ReferenceTrainingTest::stepsAreMxnets()
{
    FETCH_ARTIFACT(folder);
    RecordedTraining training(folder);
    QVERIFY2(training.problem().isEmpty(), qPrintable(training.problem()));
    const Document &settings = training.expected().at("optimizer");
    Sgd optimiser = training.optimiserFor(settings);
    size_t number = 0;
    for (const Document &step : training.expected().at("steps")) {
        const MultiboxLoss loss = training.pass();
        QCOMPARE(oddLoss(step.at("metric"), loss, number), QString());
        if (isGiven(step.at("targets"), "negative_anchors"))
            QCOMPARE(oddTargets(step.at("targets"), training.targets()), QString());
        QCOMPARE(oddGradient(step.at("gradients"), training, number), QString());
        optimiser.step(settings.at("learning_rate").get<double>());
        if (isGiven(step, "after_update"))
            QCOMPARE(oddTensor(step.at("after_update"), training), QString());
        ++number;
    }
    QVERIFY(number > 0);
}

void ReferenceTrainingTest::strongDecayShowsItsRules()
{
    FETCH_ARTIFACT(folder);
    RecordedTraining training(folder);
    QVERIFY2(training.problem().isEmpty(), qPrintable(training.problem()));
    const Document &run = training.expected().at("strong_weight_decay_run");
    Sgd optimiser = training.optimiserFor(run.at("optimizer"));
    size_t number = 0;
    for (const Document &metric : run.at("metric_per_step")) {
        const MultiboxLoss loss = training.pass();
        QCOMPARE(oddLoss(metric, loss, number), QString());
        optimiser.step(run.at("optimizer").at("learning_rate").get<double>());
        ++number;
    }
    QCOMPARE(oddTensor(run.at("after_3_steps"), training), QString());
}

QTEST_GUILESS_MAIN(ReferenceTrainingTest)
#include "reference_training_test.moc"
