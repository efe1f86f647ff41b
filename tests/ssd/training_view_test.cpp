// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/training_view.h"

#include "core/ssd/batch_loader.h"
#include "tests/support/training_scenes.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace boxwright;
using namespace boxwright::ssd;

class TrainingViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theViewIsWhatTheBatchesHold();
    void withoutStepsTheWholeImageIsSeen();
    void anImageThatIsGoneIsNamed();
};

void TrainingViewTest::theViewIsWhatTheBatchesHold()
{
    const TrainingScenes scenes(3, 0);
    TrainingRequest request = scenes.request();
    request.seed = 11;
    ImageStore store(request.train, {});
    BatchLoaderOptions options;
    options.seed = 11;
    options.batchSize = 3;
    options.workers = 0;
    options.firstStep = 1; // the second epoch
    BatchLoader loader(store, options);
    const auto batch = loader.next();
    QVERIFY(batch);
    for (int image = 0; image < 3; ++image) {
        const auto view = viewTrainingImage(request, image, 2);
        QVERIFY(view);
        const cv::Mat seen(300, 300, CV_8UC3, const_cast<uchar *>(view->image.constBits()),
                           static_cast<size_t>(view->image.bytesPerLine()));
        int same = 0;
        for (int row = 0; row < 3; ++row) {
            if (cv::norm(batch->pixels.rowRange(row * 300, row * 300 + 300), seen, cv::NORM_INF) == 0 &&
                batch->objects[size_t(row)].size() == view->boxes.size())
                ++same;
        }
        QCOMPARE(same, 1);
    }
}

void TrainingViewTest::withoutStepsTheWholeImageIsSeen()
{
    const TrainingScenes scenes(1, 0);
    TrainingRequest request = scenes.request();
    QVERIFY(request.augmentation.setSteps({}));
    const auto view = viewTrainingImage(request, 0, 1);
    QVERIFY(view);
    QCOMPARE(view->image.size(), QSize(300, 300));
    const Box &box = request.train[0].boxes[0].box;
    QCOMPARE(view->boxes.size(), size_t{2});
    QVERIFY(std::abs(view->boxes[0].box.left - box.left * 300 / 96) < 1e-3);
    QVERIFY(std::abs(view->boxes[0].box.bottom - box.bottom * 300 / 80) < 1e-3);
}

void TrainingViewTest::anImageThatIsGoneIsNamed()
{
    const TrainingScenes scenes(1, 0);
    TrainingRequest request = scenes.request();
    QVERIFY(QFile::remove(request.train[0].path));
    const auto view = viewTrainingImage(request, 0, 1);
    QVERIFY(!view);
    QVERIFY(view.error().message.contains(request.train[0].path));
}

QTEST_GUILESS_MAIN(TrainingViewTest)
#include "training_view_test.moc"
