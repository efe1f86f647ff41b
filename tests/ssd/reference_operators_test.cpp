// SPDX-License-Identifier: GPL-3.0-or-later
// The three SSD operators against Apache MXNet's own numbers: every case of
// $BOXWRIGHT_REFERENCE/mxnet/operators/multibox_*.json, with the tolerances of its README.
#include "core/ssd/multibox_detection.h"
#include "core/ssd/prior_boxes.h"

#include "tests/support/reference_vectors.h"

#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;
using Json = nlohmann::json;

namespace {

/// The cases of one operator; empty where the reference folder is absent.
Json readCases(const QString &name)
{
    const Json file =
        readReference(referenceFolder().filePath(QStringLiteral("mxnet/operators/") + name + QStringLiteral(".json")));
    return file.is_null() ? Json::array() : file.at("cases");
}

template<class T>
void take(const Json &attributes, const char *name, T &value)
{
    if (attributes.contains(name))
        value = attributes.at(name).get<T>();
}

/// Objects of one image: rows until the first class -1.
std::vector<TargetBox> objectsOf(const torch::Tensor &rows)
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

Targets assign(const Json &reference)
{
    const Json &attributes = reference.at("attrs");
    TargetOptions options;
    options.negativeMiningRatio = -1; // the operator's own default
    take(attributes, "overlap_threshold", options.overlapThreshold);
    take(attributes, "negative_mining_ratio", options.negativeMiningRatio);
    take(attributes, "negative_mining_thresh", options.negativeMiningThreshold);
    take(attributes, "ignore_label", options.ignoreLabel);
    take(attributes, "variances", options.variances);
    const torch::Tensor labels = referenceTensor(reference.at("label"));
    std::vector<std::vector<TargetBox>> objects;
    for (int64_t image = 0; image < labels.size(0); ++image)
        objects.push_back(objectsOf(labels[image].contiguous()));
    const torch::Tensor logits = referenceTensor(reference.at("cls_pred")).transpose(1, 2); // (B, N, C + 1)
    return assignTargets(referenceTensor(reference.at("anchors"))[0], objects, logits, options);
}

} // namespace

class ReferenceOperatorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void priorsAreMxnets_data() { addCases(QStringLiteral("multibox_prior")); }
    void priorsAreMxnets();
    void targetsAreMxnets_data() { addCases(QStringLiteral("multibox_target")); }
    void targetsAreMxnets();
    void detectionsAreMxnets_data() { addCases(QStringLiteral("multibox_detection")); }
    void detectionsAreMxnets();

private:
    void addCases(const QString &file);
    Json m_cases;
};

void ReferenceOperatorsTest::addCases(const QString &file)
{
    QTest::addColumn<int>("index");
    m_cases = readCases(file);
    if (m_cases.empty())
        QTest::newRow("no reference") << -1;
    for (size_t i = 0; i < m_cases.size(); ++i)
        QTest::newRow(m_cases[i].at("name").get<std::string>().c_str()) << int(i);
}

#define FETCH_CASE(reference)                                                                                          \
    QFETCH(int, index);                                                                                                \
    if (index < 0)                                                                                                     \
        QSKIP("the reference folder is absent: set BOXWRIGHT_REFERENCE");                                              \
    const Json reference = m_cases.at(size_t(index))

void ReferenceOperatorsTest::priorsAreMxnets()
{
    FETCH_CASE(reference);
    PriorOptions options;
    const Json &attributes = reference.at("attrs");
    take(attributes, "sizes", options.sizes);
    take(attributes, "ratios", options.ratios);
    take(attributes, "clip", options.clip);
    take(attributes, "steps", options.steps);
    take(attributes, "offsets", options.offsets);
    const auto shape = reference.at("input_shape").get<std::vector<int>>();
    const torch::Tensor priors = multiboxPrior(shape[2], shape[3], options);
    QCOMPARE(firstDifference(priors, referenceTensor(reference.at("output")), 1e-6, 0), int64_t(-1));
}

void ReferenceOperatorsTest::targetsAreMxnets()
{
    FETCH_CASE(reference);
    const Targets targets = assign(reference);
    if (reference.contains("error")) {
        // "temp.size() >= num_negative (7 vs. 9)": MXNet stops; we take the 7.
        const std::string message = reference.at("error").get<std::string>();
        const size_t open = message.find('(', message.find("num_negative"));
        QVERIFY(open != std::string::npos);
        QCOMPARE((targets.classTarget == 0).sum().item<int64_t>(), int64_t(std::stoi(message.substr(open + 1))));
        return;
    }
    const torch::Tensor classTarget = targets.classTarget.to(torch::kFloat32);
    QCOMPARE(firstDifference(classTarget, referenceTensor(reference.at("cls_target")), 0, 0), int64_t(-1));
    QCOMPARE(firstDifference(targets.boxMask, referenceTensor(reference.at("loc_mask")), 0, 0), int64_t(-1));
    QCOMPARE(firstDifference(targets.boxTarget, referenceTensor(reference.at("loc_target")), 1e-5, 1e-5), int64_t(-1));
}

void ReferenceOperatorsTest::detectionsAreMxnets()
{
    FETCH_CASE(reference);
    DetectionOptions options;
    options.nmsThreshold = 0.5F; // the operator's own defaults
    options.nmsTopk = -1;
    const Json &attributes = reference.at("attrs");
    take(attributes, "threshold", options.threshold);
    take(attributes, "nms_threshold", options.nmsThreshold);
    take(attributes, "nms_topk", options.nmsTopk);
    take(attributes, "force_suppress", options.forceSuppress);
    take(attributes, "clip", options.clip);
    take(attributes, "variances", options.variances);
    const torch::Tensor probabilities = referenceTensor(reference.at("cls_prob")).transpose(1, 2); // (B, N, C + 1)
    const torch::Tensor priors = referenceTensor(reference.at("anchors"))[0];
    const torch::Tensor offsets = referenceTensor(reference.at("loc_pred")).reshape({probabilities.size(0), -1, 4});
    for (int64_t image = 0; image < probabilities.size(0); ++image) {
        const auto boxes = detectBoxes(probabilities[image], offsets[image], priors, options);
        const Json &kept = reference.at("kept").at(size_t(image));
        QCOMPARE(boxes.size(), kept.size());
        for (size_t i = 0; i < boxes.size(); ++i) {
            const torch::Tensor values = torch::tensor(kept[i].at("values").get<std::vector<float>>());
            QCOMPARE(boxes[i].row, kept[i].at("row").get<int>());
            QCOMPARE(float(boxes[i].classIndex), values[0].item<float>());
            QVERIFY(boxes[i].score == values[1].item<float>());
            const torch::Tensor corners = torch::tensor({boxes[i].xmin, boxes[i].ymin, boxes[i].xmax, boxes[i].ymax});
            QCOMPARE(firstDifference(corners, values.slice(0, 2), 2e-6, 1e-6), int64_t(-1));
        }
    }
}

QTEST_GUILESS_MAIN(ReferenceOperatorsTest)
#include "reference_operators_test.moc"
