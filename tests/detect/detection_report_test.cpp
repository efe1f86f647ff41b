// SPDX-License-Identifier: GPL-3.0-or-later
// Small scenes whose numbers can be counted by hand.
#include "core/detect/detection_report.h"

#include <QTest>

#include <cmath>

using namespace boxwright;

namespace {

const Box kSmallBox{0, 0, 20, 20};
const Box kMediumBox{100, 100, 150, 150};
const Box kLargeBox{200, 200, 400, 400};

TruthBox truthOf(int classIndex, const Box &box)
{
    return {classIndex, box, false, false};
}

} // namespace

class DetectionReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBestConfidenceHasTheLargestF1();
    void equalConfidencesAreOnePoint();
    void sizesAreToldApart();
    void confusionNamesWhatWasTakenForWhat();
    void theRightClassComesFirst();
    void ignoredBoxesAreNoBackground();
    void nothingFoundAndNothingThere();
};

void DetectionReportTest::theBestConfidenceHasTheLargestF1()
{
    const std::vector<EvaluatedImage> images{
        {{truthOf(0, kSmallBox), truthOf(0, kMediumBox)},
         {{0, 0.9, kSmallBox}, {0, 0.8, kLargeBox}, {0, 0.7, kMediumBox}, {0, 0.1, kLargeBox}}}};
    const ClassReport report = reportDetections(images, 1, 0.5).classes[0];
    QCOMPARE(report.truth, 2);
    QCOMPARE(report.detections, 4);
    QCOMPARE(report.curve.size(), size_t(2)); // at each right detection
    QCOMPARE(report.curve[0].precision, 1.0);
    QCOMPARE(report.curve[0].recall, 0.5);
    QCOMPARE(report.best.confidence, 0.7); // F1 0.8 there, 2/3 at 0.9
    QCOMPARE(report.best.precision, 2.0 / 3);
    QCOMPARE(report.best.recall, 1.0);
    QCOMPARE(report.best.f1, 0.8);
}

void DetectionReportTest::equalConfidencesAreOnePoint()
{
    const std::vector<EvaluatedImage> images{{{truthOf(0, kSmallBox)}, {{0, 0.5, kSmallBox}, {0, 0.5, kLargeBox}}}};
    const ClassReport report = reportDetections(images, 1, 0.5).classes[0];
    QCOMPARE(report.curve.size(), size_t(1));
    QCOMPARE(report.best.precision, 0.5);
}

void DetectionReportTest::sizesAreToldApart()
{
    const std::vector<EvaluatedImage> images{
        {{truthOf(0, kSmallBox), truthOf(0, kMediumBox), truthOf(1, kMediumBox.translated(60, 0))},
         {{0, 0.9, kSmallBox}, {1, 0.9, kMediumBox.translated(60, 0)}}}};
    const DetectionReport report = reportDetections(images, 2, 0.5);
    QCOMPARE(report.classes[0].sizes[0].truth, 1);
    QCOMPARE(report.classes[0].sizes[0].averagePrecision, 1.0);
    QCOMPARE(report.classes[0].sizes[1].averagePrecision, 0.0);
    QVERIFY(std::isnan(report.classes[0].sizes[2].averagePrecision));
    QCOMPARE(report.sizes[1].truth, 2);
    QCOMPARE(report.sizes[1].averagePrecision, 0.5); // class 0 missed, class 1 found
    QCOMPARE(report.sizes[2].truth, 0);
}

void DetectionReportTest::confusionNamesWhatWasTakenForWhat()
{
    // Class 0: one found, one taken for class 1. Class 1: one found, one missed. One detection on nothing.
    const Box far{500, 500, 550, 550};
    const Box free{600, 600, 700, 700};
    const std::vector<EvaluatedImage> images{
        {{truthOf(0, kSmallBox), truthOf(0, kMediumBox), truthOf(1, kLargeBox), truthOf(1, far)},
         {{0, 0.9, kSmallBox}, {1, 0.9, kMediumBox}, {1, 0.9, kLargeBox}, {0, 0.9, free}, {0, 0.1, far}}}};
    const auto matrix = reportDetections(images, 2, 0.5).confusion;
    QCOMPARE(matrix, (std::vector<std::vector<int>>{{1, 1, 0}, {0, 1, 1}, {1, 0, 0}}));
}

void DetectionReportTest::theRightClassComesFirst()
{
    // The other class fits better, yet the box has its own; the other detection then hit the background.
    const Box shifted = kLargeBox.translated(20, 0);
    const std::vector<EvaluatedImage> images{{{truthOf(0, kLargeBox), truthOf(1, kSmallBox)},
                                              {{1, 0.9, kLargeBox}, {0, 0.9, shifted}, {1, 0.9, kSmallBox}}}};
    const auto matrix = reportDetections(images, 2, 0.5).confusion;
    QCOMPARE(matrix, (std::vector<std::vector<int>>{{1, 0, 0}, {0, 1, 0}, {0, 1, 0}}));
}

void DetectionReportTest::ignoredBoxesAreNoBackground()
{
    TruthBox difficult = truthOf(0, kLargeBox);
    difficult.isDifficult = true;
    const std::vector<EvaluatedImage> images{
        {{truthOf(0, kSmallBox), difficult}, {{0, 0.9, kSmallBox}, {0, 0.95, kLargeBox}}}};
    const DetectionReport report = reportDetections(images, 1, 0.5);
    QCOMPARE(report.classes[0].truth, 1);
    QCOMPARE(report.confusion, (std::vector<std::vector<int>>{{1, 0}, {0, 0}}));
}

void DetectionReportTest::nothingFoundAndNothingThere()
{
    const DetectionReport report = reportDetections({{}, {{truthOf(0, kSmallBox)}, {}}}, 2, 0.5);
    QVERIFY(report.classes[0].curve.empty());
    QCOMPARE(report.classes[1].truth, 0);
    QCOMPARE(report.confusion, (std::vector<std::vector<int>>{{0, 0, 1}, {0, 0, 0}, {0, 0, 0}}));
    QVERIFY(reportDetections({}, 0, 0.5).classes.empty());
}

QTEST_GUILESS_MAIN(DetectionReportTest)
#include "detection_report_test.moc"
