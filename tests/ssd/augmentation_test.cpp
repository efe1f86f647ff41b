// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/augmentation.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

constexpr int kSize = 300;
const cv::Scalar kGround(20, 60, 30);
const cv::Scalar kObject(200, 40, 220);

/// One object in an image of an odd shape.
struct Sample
{
    cv::Mat image{360, 480, CV_8UC3, kGround};
    std::vector<TargetBox> objects;

    explicit Sample(cv::Rect rect = {120, 90, 180, 135})
    {
        image(rect).setTo(kObject);
        objects.push_back(
            {2, rect.x / 480.F, rect.y / 360.F, (rect.x + rect.width) / 480.F, (rect.y + rect.height) / 360.F});
    }
};

AugmentationOptions withoutColour()
{
    AugmentationOptions options;
    options.jitterProbability = 0;
    return options;
}

AugmentationOptions nothing()
{
    AugmentationOptions options = withoutColour();
    options.mirrorProbability = 0;
    options.padProbability = 0;
    options.cropProbability = 0;
    return options;
}

/// Where the object's colour is.
cv::Rect objectPixels(const cv::Mat &pixels)
{
    cv::Mat mask;
    cv::inRange(pixels, kObject - cv::Scalar::all(60), kObject + cv::Scalar::all(60), mask);
    return cv::boundingRect(mask);
}

} // namespace

class AugmentationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutChangesTheImageIsStretched();
    void boxesStayWhereTheirPixelsAre();
    void aMirroredBoxIsMirrored();
    void aPaddedImageIsSurroundedByTheFill();
    void aCropKeepsObjectsWhoseCentreIsInside();
    void anImageWithoutObjectsIsVariedToo();
    void theSameRandomStateGivesTheSameExample();
    void probabilitiesAreThoseOfTheOptions();
    void coloursChangeWithinTheirReach();
    void aTinyImageIsTaken();
};

void AugmentationTest::withoutChangesTheImageIsStretched()
{
    const Sample sample;
    SeededRandom random(1);
    const TrainingExample example = augment(sample.image, sample.objects, kSize, nothing(), random);
    QCOMPARE(example.pixels.cols, kSize);
    QCOMPARE(example.pixels.rows, kSize);
    QCOMPARE(example.objects.size(), size_t{1});
    QCOMPARE(example.objects[0].xmin, sample.objects[0].xmin);
    QCOMPARE(example.objects[0].ymax, sample.objects[0].ymax);
    QCOMPARE(example.objects[0].classIndex, 2);
}

void AugmentationTest::boxesStayWhereTheirPixelsAre()
{
    int whole = 0;
    for (quint64 seed = 0; seed < 200; ++seed) {
        const Sample sample;
        SeededRandom random(seed);
        const TrainingExample example = augment(sample.image, sample.objects, kSize, withoutColour(), random);
        QVERIFY(example.objects.size() <= 1);
        if (example.objects.empty())
            continue;
        const cv::Rect pixels = objectPixels(example.pixels);
        const TargetBox &box = example.objects[0];
        // Enlarging smears an edge over up to a few pixels.
        const double slack = 2.5 + 0.02 * pixels.width;
        QVERIFY2(std::abs(box.xmin * kSize - pixels.x) <= slack, qPrintable(QString::number(seed)));
        QVERIFY2(std::abs(box.ymin * kSize - pixels.y) <= slack, qPrintable(QString::number(seed)));
        QVERIFY2(std::abs(box.xmax * kSize - pixels.x - pixels.width) <= slack, qPrintable(QString::number(seed)));
        QVERIFY2(std::abs(box.ymax * kSize - pixels.y - pixels.height) <= slack, qPrintable(QString::number(seed)));
        ++whole;
    }
    QVERIFY(whole > 150);
}

void AugmentationTest::aMirroredBoxIsMirrored()
{
    const Sample sample;
    AugmentationOptions options = nothing();
    options.mirrorProbability = 1;
    SeededRandom random(1);
    const TrainingExample example = augment(sample.image, sample.objects, kSize, options, random);
    QVERIFY(std::abs(example.objects[0].xmin - (1 - sample.objects[0].xmax)) < 1e-6F);
    QVERIFY(std::abs(example.objects[0].xmax - (1 - sample.objects[0].xmin)) < 1e-6F);
    QCOMPARE(example.objects[0].ymin, sample.objects[0].ymin);
}

void AugmentationTest::aPaddedImageIsSurroundedByTheFill()
{
    const Sample sample;
    AugmentationOptions options = nothing();
    options.padProbability = 1;
    for (quint64 seed = 0; seed < 50; ++seed) {
        SeededRandom random(seed);
        const TrainingExample example = augment(sample.image, sample.objects, kSize, options, random);
        cv::Mat fill;
        cv::inRange(example.pixels, cv::Scalar::all(127), cv::Scalar::all(127), fill);
        const double image = 1 - cv::countNonZero(fill) / double(kSize * kSize);
        const TargetBox &box = example.objects[0];
        const double shrink = (box.xmax - box.xmin) / (180.0 / 480);
        QVERIFY(shrink > 0.24 && shrink <= 1.001);
        QVERIFY2(std::abs(image - shrink * shrink) < 0.03, qPrintable(QString::number(seed)));
    }
}

void AugmentationTest::aCropKeepsObjectsWhoseCentreIsInside()
{
    AugmentationOptions options = nothing();
    options.cropProbability = 1;
    for (quint64 seed = 0; seed < 100; ++seed) {
        Sample sample({10, 10, 100, 80});
        sample.objects.push_back({1, 0.8F, 0.8F, 0.95F, 0.9F});
        SeededRandom random(seed);
        const TrainingExample example = augment(sample.image, sample.objects, kSize, options, random);
        QVERIFY(!example.objects.empty());
        for (const TargetBox &box : example.objects) {
            QVERIFY(box.xmin >= 0 && box.xmin < box.xmax && box.xmax <= 1);
            QVERIFY(box.ymin >= 0 && box.ymin < box.ymax && box.ymax <= 1);
        }
    }
}

void AugmentationTest::anImageWithoutObjectsIsVariedToo()
{
    cv::Mat image(50, 80, CV_8UC3, kGround);
    for (quint64 seed = 0; seed < 50; ++seed) {
        SeededRandom random(seed);
        const TrainingExample example = augment(image, {}, kSize, {}, random);
        QVERIFY(example.objects.empty());
        QCOMPARE(example.pixels.rows, kSize);
    }
}

void AugmentationTest::theSameRandomStateGivesTheSameExample()
{
    const Sample sample;
    SeededRandom first(7, 3, 11);
    SeededRandom second(7, 3, 11);
    SeededRandom other(7, 4, 11);
    const TrainingExample a = augment(sample.image, sample.objects, kSize, {}, first);
    const TrainingExample b = augment(sample.image, sample.objects, kSize, {}, second);
    const TrainingExample c = augment(sample.image, sample.objects, kSize, {}, other);
    QCOMPARE(cv::norm(a.pixels, b.pixels, cv::NORM_INF), 0.0);
    QVERIFY(cv::norm(a.pixels, c.pixels, cv::NORM_INF) > 0);
}

void AugmentationTest::probabilitiesAreThoseOfTheOptions()
{
    AugmentationOptions options = nothing();
    options.mirrorProbability = 0.5;
    const Sample sample;
    int mirrored = 0;
    for (quint64 seed = 0; seed < 1000; ++seed) {
        SeededRandom random(seed);
        const auto example = augment(sample.image, sample.objects, 30, options, random);
        mirrored += example.objects[0].xmin > 0.3F ? 1 : 0;
    }
    QVERIFY2(mirrored > 430 && mirrored < 570, qPrintable(QString::number(mirrored)));
}

void AugmentationTest::coloursChangeWithinTheirReach()
{
    const cv::Mat grey(20, 20, CV_8UC3, cv::Scalar::all(100));
    AugmentationOptions options = nothing();
    options.jitterProbability = 1;
    options.contrast = 0;
    options.saturation = 0;
    options.hue = 0;
    bool isDarker = false;
    bool isLighter = false;
    for (quint64 seed = 0; seed < 100; ++seed) {
        SeededRandom random(seed);
        const int value = augment(grey, {}, 20, options, random).pixels.at<cv::Vec3b>(10, 10)[0];
        QVERIFY(value >= 100 - 33 && value <= 100 + 33);
        isDarker = isDarker || value < 80;
        isLighter = isLighter || value > 120;
    }
    QVERIFY(isDarker && isLighter);
}

void AugmentationTest::aTinyImageIsTaken()
{
    const cv::Mat pixel(1, 1, CV_8UC3, kObject);
    for (quint64 seed = 0; seed < 30; ++seed) {
        SeededRandom random(seed);
        const TrainingExample example = augment(pixel, {{0, 0, 0, 1, 1}}, kSize, {}, random);
        QCOMPARE(example.pixels.rows, kSize);
    }
}

QTEST_GUILESS_MAIN(AugmentationTest)
#include "augmentation_test.moc"
