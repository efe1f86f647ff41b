// SPDX-License-Identifier: GPL-3.0-or-later
// Tiny models that MXNet made and ran: the weights of each $BOXWRIGHT_REFERENCE/mxnet/artifacts/* go by name into our
// own network, and what it says of the picture is what MXNet said, within the tolerances of the README.
#include "core/ssd/multibox_detection.h"
#include "tests/support/npz_file.h"
#include "tests/support/reference_models.h"

#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

/// What MXNet gave for the picture, whole.
struct Answer
{
    torch::Tensor probabilities; ///< (1, C + 1, N)
    torch::Tensor offsets;       ///< (1, 4 N)
    torch::Tensor anchors;       ///< (1, N, 4)
};

/// id, score, corners
struct Row
{
    std::vector<double> values;

    [[nodiscard]] bool isLike(const DetectedBox &box) const
    {
        const std::array<double, 5> numbers{double(box.score), double(box.xmin), double(box.ymin), double(box.xmax),
                                            double(box.ymax)};
        for (size_t i = 0; i < numbers.size(); ++i)
            if (std::abs(numbers[i] - values[i + 1]) > 1e-4)
                return false;
        return double(box.classIndex) == values[0];
    }
};

std::vector<Row> rowsOf(const nlohmann::json &detections)
{
    std::vector<Row> rows;
    for (const nlohmann::json &row : detections.at("rows"))
        rows.push_back({row.get<std::vector<double>>()});
    return rows;
}

/// The first row of ours that is not MXNet's; empty where all are. Rows whose scores are closer than the differences
/// between two machines may change places.
QString firstOddRow(const std::vector<DetectedBox> &ours, std::vector<Row> theirs)
{
    constexpr double kSameScore = 2e-5;
    if (ours.size() != theirs.size())
        return QStringLiteral("%1 rows instead of %2").arg(ours.size()).arg(theirs.size());
    for (size_t i = 0; i < ours.size(); ++i) {
        size_t k = i;
        while (k < theirs.size() && !theirs[k].isLike(ours[i]) &&
               theirs[i].values[1] - theirs[k].values[1] < kSameScore)
            ++k;
        if (k == theirs.size() || !theirs[k].isLike(ours[i]))
            return QStringLiteral("row %1, score %2").arg(i).arg(double(ours[i].score));
        std::swap(theirs[i], theirs[k]);
    }
    return {};
}

} // namespace

class ReferenceArtifactNetworksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreMxnets_data() { addArtifactRows(QStringLiteral("mxnet/artifacts")); }
    void answersAreMxnets();
    void foldedNetworkAnswersAlike_data() { answersAreMxnets_data(); }
    void foldedNetworkAnswersAlike();
};

namespace {

QString differenceFrom(const Answer &answer, SsdNetworkImpl &network, const torch::Tensor &input)
{
    const torch::NoGradGuard noGrad;
    const SsdOutput output = network.forward(input);
    const torch::Tensor probabilities = torch::softmax(output.classLogits, 2).transpose(1, 2);
    const auto say = [](const char *what, const torch::Tensor &a, const torch::Tensor &b) {
        return QStringLiteral("%1 is off by %2").arg(QLatin1String(what)).arg(largestDifference(a, b));
    };
    if (firstDifference(probabilities, answer.probabilities, 5e-5, 0) != -1)
        return say("cls_prob", probabilities, answer.probabilities);
    if (firstDifference(output.boxOffsets, answer.offsets, 2e-4, 0) != -1)
        return say("loc_pred", output.boxOffsets, answer.offsets);
    return {};
}

Answer answerOf(const QDir &folder)
{
    const auto arrays = readNpz(folder.filePath(QStringLiteral("expected.npz")));
    return {arrays[QStringLiteral("cls_prob")], arrays[QStringLiteral("loc_pred")], arrays[QStringLiteral("anchors")]};
}

} // namespace

void ReferenceArtifactNetworksTest::answersAreMxnets()
{
    FETCH_ARTIFACT(folder);
    const ReferenceModel model(folder);
    QVERIFY2(model.problem().isEmpty(), qPrintable(model.problem()));
    const Answer answer = answerOf(folder);
    QVERIFY(answer.probabilities.defined() && answer.offsets.defined() && answer.anchors.defined());
    const torch::Tensor input = model.input(QStringLiteral("input.png"));
    QCOMPARE(input.to(torch::kFloat64).sum().item<double>(), model.expected().at("data").at("sum").get<double>());
    model.network()->eval();
    QCOMPARE(differenceFrom(answer, *model.network(), input), QString());

    const torch::Tensor priors = makePriors(*model.network());
    QCOMPARE(firstDifference(priors, answer.anchors, 1e-6, 0), int64_t(-1));
    const torch::NoGradGuard noGrad;
    const SsdOutput output = model.network()->forward(input);
    DetectionOptions options;
    options.nmsThreshold = float(model.hyperparameters().nmsThreshold);
    options.nmsTopk = model.hyperparameters().nmsTopk;
    const auto boxes =
        detectBoxes(torch::softmax(output.classLogits, 2)[0], output.boxOffsets[0].contiguous(), priors, options);
    QCOMPARE(firstOddRow(boxes, rowsOf(model.expected().at("det_out"))), QString());
}

void ReferenceArtifactNetworksTest::foldedNetworkAnswersAlike()
{
    FETCH_ARTIFACT(folder);
    const ReferenceModel model(folder);
    QVERIFY2(model.problem().isEmpty(), qPrintable(model.problem()));
    model.network()->prepareForDetection(torch::kFloat32);
    QCOMPARE(differenceFrom(answerOf(folder), *model.network(), model.input(QStringLiteral("input.png"))), QString());
}

QTEST_GUILESS_MAIN(ReferenceArtifactNetworksTest)
#include "reference_artifact_networks_test.moc"
