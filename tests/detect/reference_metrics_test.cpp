// SPDX-License-Identifier: GPL-3.0-or-later
// Published results of two other programs: rafaelpadilla's Object-Detection-Metrics (VOC) and pycocotools (COCO).
#include "core/detect/evaluation.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;

namespace {

QDir referenceFolder()
{
    const QString source = qEnvironmentVariable("BOXWRIGHT_SOURCE");
    const QString standard = source + QStringLiteral("/../shared/reference");
    return QDir(qEnvironmentVariable("BOXWRIGHT_REFERENCE", standard) + QStringLiteral("/metrics"));
}

/// Lines "person [confidence] left top width height". Padilla counts pixels inclusively (width = right - left + 1).
QList<QList<double>> readRows(const QString &path)
{
    QList<QList<double>> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return rows;
    while (!file.atEnd()) {
        const QStringList words = QString::fromUtf8(file.readLine()).simplified().split(QLatin1Char(' '));
        QList<double> row;
        for (const QString &word : words.mid(1))
            row << word.toDouble();
        if (row.size() >= 4)
            rows << row;
    }
    return rows;
}

Box inclusiveBox(const QList<double> &row, int at)
{
    return {row[at], row[at + 1], row[at] + row[at + 2] + 1, row[at + 1] + row[at + 3] + 1};
}

std::vector<EvaluatedImage> padillaImages(const QDir &folder)
{
    std::vector<EvaluatedImage> images;
    const QDir truth(folder.filePath(QStringLiteral("groundtruths")));
    for (const QString &name : truth.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
        EvaluatedImage image;
        for (const QList<double> &row : readRows(truth.filePath(name)))
            image.truth.push_back({0, inclusiveBox(row, 0), false, false});
        for (const QList<double> &row : readRows(folder.filePath(QStringLiteral("detections/") + name)))
            image.detections.push_back({0, row[0], inclusiveBox(row, 1)});
        images.push_back(image);
    }
    return images;
}

nlohmann::json readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return nlohmann::json::parse(file.readAll().toStdString());
}

Box cocoBox(const nlohmann::json &values)
{
    const double left = values[0];
    const double top = values[1];
    return {left, top, left + values[2].get<double>(), top + values[3].get<double>()};
}

struct CocoCase
{
    std::vector<EvaluatedImage> images;
    int classCount = 0;
};

CocoCase cocoCase(const QDir &folder)
{
    CocoCase result;
    std::map<int, EvaluatedImage> images; // pycocotools takes images by rising id, which decides equal confidences
    const auto truth = readJson(folder.filePath(QStringLiteral("gts/sampled_gts_bbox_area.json")));
    for (const auto &label : truth["annotations"]) {
        const int category = label["category_id"];
        result.classCount = std::max(result.classCount, category + 1);
        images[label["image_id"]].truth.push_back({category, cocoBox(label["bbox"]), false, label["iscrowd"] == 1});
    }
    const auto found = readJson(folder.filePath(QStringLiteral("dets/sampled_bbox_results.json")));
    for (const auto &detection : found["annotations"]) {
        images[detection["image_id"]].detections.push_back(
            {detection["category_id"], detection["score"], cocoBox(detection["bbox"])});
    }
    for (const auto &[id, image] : images)
        result.images.push_back(image);
    return result;
}

} // namespace

class ReferenceMetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void vocAgreesWithObjectDetectionMetrics_data();
    void vocAgreesWithObjectDetectionMetrics();
    void cocoAgreesWithPycocotools();
};

void ReferenceMetricsTest::initTestCase()
{
    if (!referenceFolder().exists())
        QSKIP("the reference folder ../shared/reference/metrics is absent");
}

void ReferenceMetricsTest::vocAgreesWithObjectDetectionMetrics_data()
{
    QTest::addColumn<Metric>("metric");
    QTest::addColumn<double>("iouThreshold");
    QTest::addColumn<double>("expected");
    QTest::newRow("all points, IoU .1") << Metric::Voc << 0.1 << 0.3371981;
    QTest::newRow("all points, IoU .3") << Metric::Voc << 0.3 << 0.2456867;
    QTest::newRow("all points, IoU .5") << Metric::Voc << 0.5 << 0.0222222;
    QTest::newRow("all points, IoU .75") << Metric::Voc << 0.75 << 0.0;
    QTest::newRow("11 points, IoU .1") << Metric::Voc07 << 0.1 << 0.3333333;
    QTest::newRow("11 points, IoU .3") << Metric::Voc07 << 0.3 << 0.2683983;
    QTest::newRow("11 points, IoU .5") << Metric::Voc07 << 0.5 << 0.0303030;
    QTest::newRow("11 points, IoU .75") << Metric::Voc07 << 0.75 << 0.0;
}

void ReferenceMetricsTest::vocAgreesWithObjectDetectionMetrics()
{
    QFETCH(Metric, metric);
    QFETCH(double, iouThreshold);
    QFETCH(double, expected);
    const auto images = padillaImages(QDir(referenceFolder().filePath(QStringLiteral("padilla_v1"))));
    QCOMPARE(images.size(), size_t{7});
    const double map = evaluateDetections(images, 1, metric, iouThreshold).map;
    QVERIFY2(std::abs(map - expected) < 5e-7, qPrintable(QString::number(map, 'g', 9)));
}

void ReferenceMetricsTest::cocoAgreesWithPycocotools()
{
    const CocoCase sample =
        cocoCase(QDir(referenceFolder().filePath(QStringLiteral("padilla_review_tests/test_coco_eval"))));
    QVERIFY(!sample.images.empty());
    const double map = evaluateDetections(sample.images, sample.classCount, Metric::Coco).map;
    QVERIFY2(std::abs(map - 0.503647) < 1e-6, qPrintable(QString::number(map, 'g', 9)));
}

QTEST_GUILESS_MAIN(ReferenceMetricsTest)
#include "reference_metrics_test.moc"
