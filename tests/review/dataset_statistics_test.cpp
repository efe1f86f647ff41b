// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/dataset_statistics.h"

#include <QTest>

#include <numeric>

using namespace boxwright;

class DatasetStatisticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAddUp();
    void sizesAndShapesFallIntoTheirBins();
    void heatCoversTheBox();
    void brokenBoxesCountWithoutHarm();
};

namespace {

Dataset oneImage(const QList<Box> &boxes, QSize size = {100, 100}, Split split = Split::Train)
{
    ImageRecord image;
    image.info.id = ImageId{1};
    image.info.path = QStringLiteral("a.jpg");
    image.info.size = size;
    image.info.split = split;
    for (qsizetype i = 0; i < boxes.size(); ++i)
        image.labels.append({LabelId{10 + i}, ClassId{5}, boxes[i], {}, Origin::Person, {}, -1, {}});
    return Dataset({{ClassId{5}, QStringLiteral("bee"), Qt::red, 0, 0}}, {image});
}

qint64 countAt(const QList<HistogramBin> &bins, double from)
{
    for (const HistogramBin &bin : bins) {
        if (std::abs(bin.from - from) < 1e-9)
            return bin.count;
    }
    return -1;
}

} // namespace

void DatasetStatisticsTest::countsAddUp()
{
    const DatasetStatistics statistics =
        statisticsOf(oneImage({{0, 0, 50, 50}, {0, 0, 10, 10}}, {100, 100}, Split::Test));
    QCOMPARE(statistics.images, qint64{1});
    QCOMPARE(statistics.labels, qint64{2});
    QCOMPARE(statistics.imagesOfSplit[3], qint64{1});
    QCOMPARE(statistics.imagesOfState[0], qint64{1});
    QCOMPARE(statistics.classes[0].labels[3], qint64{2});
    QCOMPARE(statistics.classes[0].total(), qint64{2});
    QCOMPARE(statistics.classes[0].images, qint64{1});
    QCOMPARE(countAt(statistics.boxesPerImage, 2), qint64{1});
}

void DatasetStatisticsTest::sizesAndShapesFallIntoTheirBins()
{
    // A quarter of the image has an edge of 50 percent; 40 x 20 is twice as wide as high.
    const DatasetStatistics statistics = statisticsOf(oneImage({{0, 0, 50, 50}, {0, 0, 40, 20}, {0, 0, 100, 100}}));
    QCOMPARE(countAt(statistics.sizes, 50), qint64{1});
    QCOMPARE(countAt(statistics.sizes, 95), qint64{1}); // the whole image belongs to the last bin
    QCOMPARE(countAt(statistics.aspects, 1), qint64{2});
    QCOMPARE(countAt(statistics.aspects, 2), qint64{1});
}

void DatasetStatisticsTest::heatCoversTheBox()
{
    const DatasetStatistics statistics = statisticsOf(oneImage({{0, 0, 50, 100}, {0, 0, 100, 50}}));
    constexpr int kEdge = DatasetStatistics::kHeatEdge;
    QCOMPARE(statistics.mostHeat, qint64{2});
    QCOMPARE(statistics.heat[0], qint64{2});
    QCOMPARE(statistics.heat[kEdge - 1], qint64{1});
    QCOMPARE(statistics.heat[kEdge * kEdge - 1], qint64{0});
    QCOMPARE(std::accumulate(statistics.heat.begin(), statistics.heat.end(), qint64{0}), qint64{kEdge * kEdge});
}

void DatasetStatisticsTest::brokenBoxesCountWithoutHarm()
{
    const double infinity = std::numeric_limits<double>::infinity();
    const DatasetStatistics statistics =
        statisticsOf(oneImage({{5, 5, 5, 9}, {-1e9, -1e9, 1e9, 1e9}, {0, 0, infinity, 9}, {500, 500, 600, 600}}));
    QCOMPARE(statistics.labels, qint64{4});
    QCOMPARE(statistics.mostHeat, qint64{1});
}

QTEST_GUILESS_MAIN(DatasetStatisticsTest)
#include "dataset_statistics_test.moc"
