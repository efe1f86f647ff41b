// SPDX-License-Identifier: GPL-3.0-or-later
// Published results (published_metrics.json) of two other programs: rafaelpadilla's Object-Detection-Metrics (VOC) and
// pycocotools (COCO).
#include "core/detect/coco_summary.h"
#include "core/detect/voc_matching.h"
#include "tests/support/reference_folder.h"

#include <QTest>

using namespace boxwright;
using Json = nlohmann::json;

namespace {

QDir metricsFolder()
{
    return QDir(referenceFolder().filePath(QStringLiteral("metrics")));
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

QString textOf(const Json &entry, const char *name)
{
    return QString::fromStdString(entry.at(name).get<std::string>());
}

std::vector<EvaluatedImage> padillaImages(const QDir &folder, const Json &entry)
{
    std::vector<EvaluatedImage> images;
    const QDir truth(folder.filePath(textOf(entry, "truth")));
    const QDir found(folder.filePath(textOf(entry, "detections")));
    for (const QString &name : truth.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
        EvaluatedImage image;
        for (const QList<double> &row : readRows(truth.filePath(name)))
            image.truth.push_back({0, inclusiveBox(row, 0), false, false});
        for (const QList<double> &row : readRows(found.filePath(name)))
            image.detections.push_back({0, row[0], inclusiveBox(row, 1)});
        images.push_back(image);
    }
    return images;
}

Box cocoBox(const Json &values)
{
    const double left = values[0];
    const double top = values[1];
    return {left, top, left + values[2].get<double>(), top + values[3].get<double>()};
}

struct CocoCase
{
    std::vector<EvaluatedImage> images;
    int classCount = 0;
    size_t found = 0;
};

CocoCase cocoCase(const QDir &folder, const Json &entry)
{
    CocoCase result;
    std::map<int, EvaluatedImage> images; // pycocotools takes images by rising id, which decides equal confidences
    const auto truth = readReference(folder.filePath(textOf(entry, "truth")));
    for (const auto &label : truth["annotations"]) {
        const int category = label["category_id"];
        result.classCount = std::max(result.classCount, category + 1);
        images[label["image_id"]].truth.push_back({category, cocoBox(label["bbox"]), false, label["iscrowd"] == 1});
    }
    const auto found = readReference(folder.filePath(textOf(entry, "detections")));
    for (const auto &detection : found["annotations"]) {
        images[detection["image_id"]].detections.push_back(
            {detection["category_id"], detection["score"], cocoBox(detection["bbox"])});
        ++result.found;
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
    void vocAgreesWithObjectDetectionMetrics_data() { addRows("voc"); }
    void vocAgreesWithObjectDetectionMetrics();
    void cocoAgreesWithPycocotools_data() { addRows("coco"); }
    void cocoAgreesWithPycocotools();

private:
    void addRows(const char *kind);
    Json m_entries;
};

void ReferenceMetricsTest::addRows(const char *kind)
{
    QTest::addColumn<int>("index");
    m_entries = readReference(QDir(qEnvironmentVariable("BOXWRIGHT_SOURCE", QStringLiteral(".")))
                                  .filePath(QStringLiteral("tests/detect/published_metrics.json")))
                    .at(kind);
    for (size_t i = 0; i < m_entries.size(); ++i)
        QTest::newRow(m_entries[i].at("folder").get<std::string>().c_str()) << int(i);
}

#define FETCH_ENTRY(entry, folder)                                                                                     \
    QFETCH(int, index);                                                                                                \
    const Json &entry = m_entries.at(size_t(index));                                                                   \
    const QDir folder(metricsFolder().filePath(textOf(entry, "folder")));                                              \
    if (!folder.exists())                                                                                              \
    QSKIP(qPrintable(folder.path() + QStringLiteral(" is absent: set BOXWRIGHT_REFERENCE")))

void ReferenceMetricsTest::vocAgreesWithObjectDetectionMetrics()
{
    FETCH_ENTRY(entry, folder);
    const auto images = padillaImages(folder, entry);
    QCOMPARE(images.size(), entry.at("images").get<size_t>());
    for (const Json &result : entry.at("results")) {
        const double iou = result.at("iou").get<double>();
        const Metric metric = result.at("metric") == "11 points" ? Metric::Voc07 : Metric::Voc;
        const double map = evaluateDetections(images, 1, metric, iou).map;
        QVERIFY2(std::abs(map - result.at("ap").get<double>()) < 5e-8 + 1e-12,
                 qPrintable(QString::fromStdString(result.dump()) + QLatin1Char(' ') + QString::number(map, 'g', 9)));
        if (!result.contains("tp"))
            continue;
        const auto verdicts = matchAsVoc(images, 0, iou).verdicts;
        const auto hits = std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict &v) { return v.isTrue; });
        QCOMPARE(int(hits), result.at("tp").get<int>());
        QCOMPARE(int(verdicts.size()) - int(hits), result.at("fp").get<int>());
    }
}

void ReferenceMetricsTest::cocoAgreesWithPycocotools()
{
    FETCH_ENTRY(entry, folder);
    const CocoCase sample = cocoCase(folder, entry);
    QCOMPARE(sample.images.size(), entry.at("images").get<size_t>());
    QCOMPARE(sample.found, entry.at("found").get<size_t>());
    const CocoSummary summary = summarizeAsCoco(sample.images, sample.classCount);
    QCOMPARE(summary.size(), entry.at("results").size());
    for (const auto &[name, value] : summary)
        QVERIFY2(std::abs(value - entry.at("results").at(name).get<double>()) < 5e-7 + 1e-12,
                 qPrintable(QStringLiteral("%1 is %2").arg(QLatin1String(name)).arg(value, 0, 'g', 9)));
    QCOMPARE(evaluateDetections(sample.images, sample.classCount, Metric::Coco).map, summary.front().second);
}

QTEST_GUILESS_MAIN(ReferenceMetricsTest)
#include "reference_metrics_test.moc"
