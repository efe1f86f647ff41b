// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/batch_loader.h"

#include "tests/support/training_scenes.h"

#include <QFile>
#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

BatchLoaderOptions options(int workers, qint64 firstStep = 0)
{
    BatchLoaderOptions options;
    options.seed = 9;
    options.batchSize = 4;
    options.workers = workers;
    options.firstStep = firstStep;
    return options;
}

bool isSame(const TrainingBatch &a, const TrainingBatch &b)
{
    if (a.pixels.size() != b.pixels.size() || cv::norm(a.pixels, b.pixels, cv::NORM_INF) != 0 ||
        a.objects.size() != b.objects.size())
        return false;
    for (size_t i = 0; i < a.objects.size(); ++i) {
        if (a.objects[i].size() != b.objects[i].size())
            return false;
        for (size_t k = 0; k < a.objects[i].size(); ++k) {
            if (a.objects[i][k].xmin != b.objects[i][k].xmin ||
                a.objects[i][k].classIndex != b.objects[i][k].classIndex)
                return false;
        }
    }
    return true;
}

} // namespace

class BatchLoaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void batchesDoNotDependOnTheNumberOfWorkers();
    void threadsShareABatchThatIsTheSame();
    void aLaterStartGoesOnWithTheSameBatches();
    void everyImageComesOnceAnEpoch();
    void epochsDiffer();
    void aBrokenImageIsReportedAndLeftOut();
    void fewerImagesThanABatchMakeASmallBatch();
    void anUnusedLoaderEndsAtOnce();
    void theBudgetLimitsWhatIsKept();
};

void BatchLoaderTest::batchesDoNotDependOnTheNumberOfWorkers()
{
    const TrainingScenes scenes(10, 0);
    ImageStore store(scenes.request().train, {});
    BatchLoader alone(store, options(0));
    BatchLoader one(store, options(1));
    BatchLoader three(store, options(3));
    for (int step = 0; step < 6; ++step) {
        const auto a = alone.next();
        const auto b = one.next();
        const auto c = three.next();
        QVERIFY(a && b && c);
        QCOMPARE(a->pixels.rows, 4 * 300);
        QVERIFY(isSame(*a, *b));
        QVERIFY(isSame(*a, *c));
    }
}

void BatchLoaderTest::threadsShareABatchThatIsTheSame()
{
    const TrainingScenes scenes(10, 0);
    ImageStore store(scenes.request().train, {});
    BatchLoaderOptions shared = options(0);
    shared.threads = 3;
    BatchLoader alone(store, options(0));
    BatchLoader together(store, shared);
    for (int step = 0; step < 4; ++step) {
        const auto a = alone.next();
        const auto b = together.next();
        QVERIFY(a && b);
        QVERIFY(isSame(*a, *b));
    }
}

void BatchLoaderTest::aLaterStartGoesOnWithTheSameBatches()
{
    const TrainingScenes scenes(10, 0);
    ImageStore store(scenes.request().train, {});
    BatchLoader whole(store, options(0));
    for (int step = 0; step < 3; ++step)
        QVERIFY(whole.next());
    BatchLoader resumed(store, options(0, 3));
    QVERIFY(isSame(*whole.next(), *resumed.next()));
}

void BatchLoaderTest::everyImageComesOnceAnEpoch()
{
    // Told apart by their number of boxes.
    const TrainingScenes scenes(8, 0);
    TrainingRequest request = scenes.request();
    for (size_t i = 0; i < request.train.size(); ++i)
        request.train[i].boxes.assign(i + 1, {0, {10, 10, 40, 40}, false});
    ImageStore store(request.train, {});
    BatchLoaderOptions plain = options(2);
    plain.augmentation.cropProbability = 0;
    BatchLoader loader(store, plain);
    QSet<size_t> seen;
    for (int step = 0; step < BatchLoader::batchesPerEpoch(8, 4); ++step) {
        const auto batch = loader.next();
        for (const auto &objects : batch->objects)
            seen.insert(objects.size());
    }
    QCOMPARE(seen.size(), 8);
}

void BatchLoaderTest::epochsDiffer()
{
    const TrainingScenes scenes(4, 0);
    ImageStore store(scenes.request().train, {});
    BatchLoader loader(store, options(0));
    QVERIFY(!isSame(*loader.next(), *loader.next()));
}

void BatchLoaderTest::aBrokenImageIsReportedAndLeftOut()
{
    const TrainingScenes scenes(4, 0);
    QFile broken(scenes.request().train[1].path);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("not a picture");
    broken.close();
    ImageStore store(scenes.request().train, {});
    BatchLoader loader(store, options(1));
    const auto batch = loader.next();
    QVERIFY(batch);
    QCOMPARE(batch->pixels.rows, 3 * 300);
    QCOMPARE(batch->objects.size(), size_t{3});
    QCOMPARE(batch->problems.size(), size_t{1});
    QVERIFY2(batch->problems[0].message.contains(QStringLiteral("1.png")), qPrintable(batch->problems[0].message));
}

void BatchLoaderTest::fewerImagesThanABatchMakeASmallBatch()
{
    const TrainingScenes scenes(2, 0);
    ImageStore store(scenes.request().train, {});
    BatchLoader loader(store, options(1));
    QCOMPARE(loader.next()->pixels.rows, 2 * 300);
    QCOMPARE(loader.next()->pixels.rows, 2 * 300);
}

void BatchLoaderTest::anUnusedLoaderEndsAtOnce()
{
    const TrainingScenes scenes(4, 0);
    ImageStore store(scenes.request().train, {});
    const BatchLoader loader(store, options(3));
}

void BatchLoaderTest::theBudgetLimitsWhatIsKept()
{
    const TrainingScenes scenes(3, 0);
    ImageStore store(scenes.request().train, {.longestSide = 900, .budgetBytes = 30'000}); // one of 96 x 80 x 3
    QVERIFY(store.load(0));
    QVERIFY(store.load(1));
    for (int index : {0, 1})
        QVERIFY(QFile::remove(scenes.request().train[index].path));
    QVERIFY(store.load(0));  // kept
    QVERIFY(!store.load(1)); // not kept, and its file is gone
}

QTEST_GUILESS_MAIN(BatchLoaderTest)
#include "batch_loader_test.moc"
