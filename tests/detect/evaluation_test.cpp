// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/evaluation.h"

#include <QTest>

#include <cmath>

using namespace boxwright;

namespace {

const Box kHere{10, 10, 20, 20};
const Box kThere{40, 40, 60, 60};

TruthBox truthAt(const Box &box, int classIndex = 0)
{
    return {classIndex, box, false, false};
}

} // namespace

class EvaluationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingFoundGivesOne_data();
    void everythingFoundGivesOne();
    void nothingGivesZero();
    void aMissedBoxHalvesTheRecall();
    void theSecondDetectionOfOneBoxIsFalse();
    void aDifficultBoxIsNeitherCountedNorPunished_data();
    void aDifficultBoxIsNeitherCountedNorPunished();
    void aCrowdMayBeFoundManyTimes_data();
    void aCrowdMayBeFoundManyTimes();
    void aClassWithoutTruthIsLeftOutOfTheMean();
    void theWrongClassIsFalse();
    void overlapAtTheThresholdCounts();
    void aDetectionBelongsToTheBoxItOverlapsMost();
    void falseDetectionsOnEmptyImagesLowerThePrecision();
};

void EvaluationTest::everythingFoundGivesOne_data()
{
    QTest::addColumn<Metric>("metric");
    QTest::newRow("VOC") << Metric::Voc;
    QTest::newRow("VOC 2007") << Metric::Voc07;
    QTest::newRow("COCO") << Metric::Coco;
}

void EvaluationTest::everythingFoundGivesOne()
{
    QFETCH(Metric, metric);
    const std::vector<EvaluatedImage> images{
        {{truthAt(kHere), truthAt(kThere, 1)}, {{1, 0.2, kThere}, {0, 0.9, kHere}}}};
    const EvaluationResult result = evaluateDetections(images, 2, metric);
    QCOMPARE(result.map, 1.0);
    QCOMPARE(result.averagePrecision, (std::vector<double>{1.0, 1.0}));
}

void EvaluationTest::nothingGivesZero()
{
    QCOMPARE(evaluateDetections({}, 3, Metric::Voc).map, 0.0);
    QCOMPARE(evaluateDetections({{{truthAt(kHere)}, {}}}, 1, Metric::Voc).map, 0.0);
    QCOMPARE(evaluateDetections({{{truthAt(kHere)}, {}}}, 1, Metric::Coco).map, 0.0);
    QVERIFY(evaluateDetections({}, 0, Metric::Coco).averagePrecision.empty());
}

void EvaluationTest::aMissedBoxHalvesTheRecall()
{
    const std::vector<EvaluatedImage> images{{{truthAt(kHere), truthAt(kThere)}, {{0, 0.9, kHere}}}};
    QCOMPARE(evaluateDetections(images, 1, Metric::Voc).map, 0.5);
    // Recalls 0, .1 .. .5 of the eleven have precision 1.
    QCOMPARE(evaluateDetections(images, 1, Metric::Voc07).map, 6.0 / 11);
    // Recalls 0, .01 .. .50 of the 101.
    QCOMPARE(evaluateDetections(images, 1, Metric::Coco).map, 51.0 / 101);
}

void EvaluationTest::theSecondDetectionOfOneBoxIsFalse()
{
    // By confidence: true, false (again the same box), true. Precision at recall 1 is 2/3.
    const std::vector<EvaluatedImage> images{
        {{truthAt(kHere), truthAt(kThere)}, {{0, 0.9, kHere}, {0, 0.8, kHere}, {0, 0.7, kThere}}}};
    QCOMPARE(evaluateDetections(images, 1, Metric::Voc).map, 0.5 + 0.5 * 2 / 3);
}

void EvaluationTest::aDifficultBoxIsNeitherCountedNorPunished_data()
{
    everythingFoundGivesOne_data();
}

void EvaluationTest::aDifficultBoxIsNeitherCountedNorPunished()
{
    QFETCH(Metric, metric);
    TruthBox difficult = truthAt(kThere);
    difficult.isDifficult = true;
    const std::vector<EvaluatedImage> found{{{truthAt(kHere), difficult}, {{0, 0.9, kThere}, {0, 0.8, kHere}}}};
    QCOMPARE(evaluateDetections(found, 1, metric).map, 1.0);
    const std::vector<EvaluatedImage> missed{{{truthAt(kHere), difficult}, {{0, 0.8, kHere}}}};
    QCOMPARE(evaluateDetections(missed, 1, metric).map, 1.0);
}

void EvaluationTest::aCrowdMayBeFoundManyTimes_data()
{
    everythingFoundGivesOne_data();
}

void EvaluationTest::aCrowdMayBeFoundManyTimes()
{
    QFETCH(Metric, metric);
    TruthBox crowd = truthAt({100, 100, 200, 200});
    crowd.isCrowd = true;
    const std::vector<EvaluatedImage> images{
        {{truthAt(kHere), crowd}, {{0, 0.9, {110, 110, 130, 130}}, {0, 0.8, {150, 150, 170, 170}}, {0, 0.7, kHere}}}};
    QCOMPARE(evaluateDetections(images, 1, metric).map, 1.0);
    // Beside the crowd it is a false one: precision 1/2 at recall 1.
    const std::vector<EvaluatedImage> beside{
        {{truthAt(kHere), crowd}, {{0, 0.9, {190, 190, 290, 290}}, {0, 0.7, kHere}}}};
    QCOMPARE(evaluateDetections(beside, 1, metric).map, 0.5);
}

void EvaluationTest::aClassWithoutTruthIsLeftOutOfTheMean()
{
    const std::vector<EvaluatedImage> images{{{truthAt(kHere)}, {{0, 0.9, kHere}, {1, 0.9, kThere}}}};
    const EvaluationResult result = evaluateDetections(images, 2, Metric::Voc);
    QCOMPARE(result.map, 1.0);
    QVERIFY(std::isnan(result.averagePrecision[1]));
}

void EvaluationTest::theWrongClassIsFalse()
{
    const std::vector<EvaluatedImage> images{{{truthAt(kHere), truthAt(kThere, 1)}, {{1, 0.9, kHere}}}};
    QCOMPARE(evaluateDetections(images, 2, Metric::Voc).map, 0.0);
}

void EvaluationTest::overlapAtTheThresholdCounts()
{
    const std::vector<EvaluatedImage> images{{{truthAt({0, 0, 10, 10})}, {{0, 0.9, {0, 0, 10, 5}}}}};
    QCOMPARE(evaluateDetections(images, 1, Metric::Voc, 0.5).map, 1.0);
    QCOMPARE(evaluateDetections(images, 1, Metric::Voc, 0.51).map, 0.0);
    // Only the first of the ten thresholds is reached.
    QCOMPARE(evaluateDetections(images, 1, Metric::Coco).map, 0.1);
}

void EvaluationTest::aDetectionBelongsToTheBoxItOverlapsMost()
{
    // Both detections fit the first box best: in VOC the second is false although it also fits the other box.
    const std::vector<EvaluatedImage> images{
        {{truthAt({0, 0, 10, 10}), truthAt({3, 0, 13, 10})}, {{0, 0.9, {0, 0, 10, 10}}, {0, 0.8, {1, 0, 11, 10}}}}};
    QCOMPARE(evaluateDetections(images, 1, Metric::Voc).map, 0.5);
}

void EvaluationTest::falseDetectionsOnEmptyImagesLowerThePrecision()
{
    const std::vector<EvaluatedImage> images{{{truthAt(kHere)}, {{0, 0.6, kHere}}}, {{}, {{0, 0.9, kHere}}}};
    QCOMPARE(evaluateDetections(images, 1, Metric::Voc).map, 0.5);
}

QTEST_GUILESS_MAIN(EvaluationTest)
#include "evaluation_test.moc"
