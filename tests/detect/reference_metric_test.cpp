// SPDX-License-Identifier: GPL-3.0-or-later
// mxnet-ssd's MApMetric and VOC07MApMetric, recorded by running them: every case of
// $BOXWRIGHT_REFERENCE/mxnet/metric/*.json, with the tolerance of the README.
#include "core/detect/mxnet_metric.h"
#include "tests/support/reference_folder.h"

#include <QTest>

using namespace boxwright;
using Json = nlohmann::json;

namespace {

/// One image's rows of a (image, row, column) array.
std::vector<std::vector<double>> rowsOf(const Json &array, size_t image)
{
    const auto shape = array.at("shape").get<std::vector<size_t>>();
    std::vector<std::vector<double>> rows;
    for (size_t row = 0; row < shape[1]; ++row) {
        rows.emplace_back();
        for (size_t column = 0; column < shape[2]; ++column) {
            const size_t at = (image * shape[1] + row) * shape[2] + column;
            rows.back().push_back(double(referenceFloat(array.at("data").at(at))));
        }
    }
    return rows;
}

/// Rows of class -1 are padding.
std::vector<EvaluatedImage> imagesOf(const Json &batches)
{
    std::vector<EvaluatedImage> images;
    for (const Json &batch : batches) {
        for (size_t image = 0; image < batch.at("label").at("shape").at(0).get<size_t>(); ++image) {
            EvaluatedImage one;
            for (const auto &row : rowsOf(batch.at("label"), image))
                if (row[0] >= 0)
                    one.truth.push_back(
                        {int(row[0]), {row[1], row[2], row[3], row[4]}, row.size() > 5 && row[5] > 0, false});
            for (const auto &row : rowsOf(batch.at("det"), image))
                if (row[0] >= 0)
                    one.detections.push_back({int(row[0]), row[1], {row[2], row[3], row[4], row[5]}});
            images.push_back(std::move(one));
        }
    }
    return images;
}

bool isNear(double ours, double theirs)
{
    return (std::isnan(ours) && std::isnan(theirs)) || std::abs(ours - theirs) <= 1e-9;
}

} // namespace

class ReferenceMetricTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void precisionIsMxnets_data();
    void precisionIsMxnets();

private:
    Json m_cases = Json::array();
};

void ReferenceMetricTest::precisionIsMxnets_data()
{
    QTest::addColumn<int>("index");
    const QDir folder(referenceFolder().filePath(QStringLiteral("mxnet/metric")));
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const Json document = readReference(folder.filePath(file));
        for (const Json &sample : document.at("cases"))
            m_cases.push_back(sample);
    }
    for (size_t i = 0; i < m_cases.size(); ++i)
        QTest::newRow(m_cases[i].at("name").get<std::string>().c_str()) << int(i);
    if (m_cases.empty())
        QTest::newRow("no reference") << -1;
}

void ReferenceMetricTest::precisionIsMxnets()
{
    QFETCH(int, index);
    if (index < 0)
        QSKIP("mxnet/metric is absent: set BOXWRIGHT_REFERENCE");
    const Json &sample = m_cases.at(size_t(index));
    const int classCount = sample.at("num_classes").get<int>();
    const auto images = imagesOf(sample.at("batches"));
    for (const bool is11Points : {false, true}) {
        const char *name = is11Points ? "VOC07MApMetric" : "MApMetric";
        const Json &values = sample.at("result").at(name).at("values");
        MxnetMetricOptions options;
        options.iouThreshold = sample.at("ovp_thresh").get<double>();
        options.usesDifficult = sample.at("use_difficult").get<bool>();
        options.is11Points = is11Points;
        const EvaluationResult ours = evaluateAsMxnet(images, classCount, options);
        QVERIFY2(isNear(ours.map, referenceDouble(values.back())), qPrintable(QString::number(ours.map, 'g', 17)));
        if (!sample.at("class_names_given").get<bool>()) // then the mean is all that MXNet tells
            continue;
        QCOMPARE(values.size(), size_t(classCount) + 1);
        for (size_t i = 0; i < size_t(classCount); ++i)
            QVERIFY2(isNear(ours.averagePrecision[i], referenceDouble(values.at(i))),
                     qPrintable(QStringLiteral("%1, class %2: %3")
                                    .arg(QLatin1String(name))
                                    .arg(i)
                                    .arg(ours.averagePrecision[i], 0, 'g', 17)));
    }
}

QTEST_GUILESS_MAIN(ReferenceMetricTest)
#include "reference_metric_test.moc"
