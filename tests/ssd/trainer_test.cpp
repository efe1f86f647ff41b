// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/trainer.h"

#include "core/ssd/devices.h"
#include "core/ssd/safetensors.h"
#include "core/ssd/training_run.h"
#include "tests/support/tiny_network.h"
#include "tests/support/training_scenes.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

std::shared_ptr<TinyNetwork> tinyNetwork()
{
    torch::manual_seed(5);
    return std::make_shared<TinyNetwork>(2);
}

struct Ran
{
    std::shared_ptr<TinyNetwork> network;
    Result<TrainingOutcome> outcome;
    QList<EpochEvent> epochs;
    QStringList notes;
    int steps = 0;
};

using Interfere = std::function<void(const TrainingEvent &, TrainingControl &)>;

Ran train(const TrainingRequest &request, const ThreadPlan &threads = {}, const Interfere &interfere = {})
{
    Ran ran{tinyNetwork(), failure(QStringLiteral("not run")), {}, {}, 0};
    TrainingControl control;
    const TrainingObserver observer = [&](const TrainingEvent &event) {
        if (const auto *epoch = std::get_if<EpochEvent>(&event))
            ran.epochs << *epoch;
        if (const auto *note = std::get_if<NoteEvent>(&event))
            ran.notes << note->text;
        ran.steps += std::holds_alternative<StepEvent>(event) ? 1 : 0;
        if (interfere)
            interfere(event, control);
    };
    TrainingRun run(request, control, observer, Replicas(ran.network), threads);
    ran.outcome = run.run();
    return ran;
}

bool isSame(const TinyNetwork &a, const TinyNetwork &b)
{
    const auto other = b.named_parameters();
    for (const auto &parameter : a.named_parameters()) {
        if (!torch::equal(parameter.value(), other[parameter.key()]))
            return false;
    }
    return true;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TrainerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTrainingTellsItsEpochsAndLeavesItsFiles();
    void theLossFalls();
    void theSameSeedGivesTheSameNetwork();
    void anotherSeedGivesAnotherNetwork();
    void aStoppedRunGoesOnAsIfUnbroken();
    void aPausedRunWaitsAndGoesOn();
    void aRunThatTimeLimitsEndsInTime();
    void withoutValidationTheLastModelIsTheBest();
    void aLossThatIsNoNumberStopsTheRun();
    void weightsThatGrewBeyondNumbersLeaveTheLastGoodModel();
    void memoryIsFlatOverAThousandSteps();
    void anOldCheckpointIsRefused();
    void aRunThatWasDoneIsNotDoneAgain();
    void aRunWithOtherLabelsCannotGoOn();
    void aRunWithAnotherScheduleCannotGoOn();
    void aDamagedCheckpointIsNamed();
    void aBrokenImageIsNotedOnce();
    void noReadableImageIsAFailure();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
};

void TrainerTest::aTrainingTellsItsEpochsAndLeavesItsFiles()
{
    const TrainingScenes scenes(9, 3);
    const Ran ran = train(scenes.request());
    QVERIFY2(ran.outcome, qPrintable(ran.outcome ? QString() : ran.outcome.error().message));
    QCOMPARE(ran.epochs.size(), 2);
    QCOMPARE(ran.epochs[0].epoch, 1);
    QCOMPARE(ran.epochs[1].epoch, 2);
    QVERIFY(ran.epochs[0].classLoss > 0);
    QVERIFY(ran.epochs[0].validationMap >= 0);
    QVERIFY(ran.epochs[0].isBest);
    QVERIFY(ran.steps > 0);
    QCOMPARE(ran.outcome->epochs, 2);
    QCOMPARE(ran.outcome->images, qint64{16}); // two batches of four in each epoch
    QVERIFY(!ran.outcome->wasStopped);

    const QDir folder(scenes.request().runFolder);
    QVERIFY(QDir(ran.outcome->bestModel).exists());
    QVERIFY(QDir(ran.outcome->lastModel).exists());
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("checkpoint"))));
    const QByteArray metrics = contentOf(folder.filePath(QStringLiteral("metrics.jsonl")));
    QCOMPARE(metrics.count('\n'), 2);
    const auto run = nlohmann::json::parse(contentOf(folder.filePath(QStringLiteral("run.json"))).toStdString());
    QCOMPARE(run["seed"].get<int>(), 1);
    QCOMPARE(run["outcome"]["epochs"].get<int>(), 2);
    QCOMPARE(run["hyperparameters"]["mini_batch_size"].get<std::string>(), std::string("4"));
    const QString log = QString::fromUtf8(contentOf(folder.filePath(QStringLiteral("training.log"))));
    // The metric definitions of SageMaker's console.
    for (const char *expression :
         {"#quality_metric: host=\\S+, epoch=\\S+, batch=\\S+ train cross_entropy <loss>=(\\S+)",
          "#quality_metric: host=\\S+, epoch=\\S+, batch=\\S+ train smooth_l1 <loss>=(\\S+)",
          "#quality_metric: host=\\S+, epoch=\\S+, validation mAP <score>=\\((\\S+)\\)",
          "#progress_metric: host=\\S+, completed (\\S+) %",
          "#throughput_metric: host=\\S+, train throughput=(\\S+) records/second"}) {
        const auto match = QRegularExpression(QString::fromLatin1(expression)).match(log);
        QVERIFY2(match.hasMatch(), expression);
        bool isNumber = false;
        match.captured(1).toDouble(&isNumber);
        QVERIFY2(isNumber, qPrintable(match.captured(0)));
    }
    QCOMPARE(folder.entryList({QStringLiteral("events.out.tfevents.*")}).size(), 1);
}

void TrainerTest::theLossFalls()
{
    const TrainingScenes scenes(12, 0);
    TrainingRequest request = scenes.request();
    request.hyperparameters.epochs = 12;
    request.hyperparameters.learningRate = 0.02;
    const Ran ran = train(request);
    QVERIFY(ran.outcome);
    QVERIFY2(ran.epochs.last().classLoss < 0.8 * ran.epochs.first().classLoss,
             qPrintable(QString::number(ran.epochs.last().classLoss)));
}

void TrainerTest::theSameSeedGivesTheSameNetwork()
{
    const TrainingScenes first(8, 0);
    const TrainingScenes second(8, 0);
    const Ran a = train(first.request(), {.compute = 1, .loaders = 0});
    const Ran b = train(second.request(), {.compute = 1, .loaders = 2});
    QVERIFY(a.outcome && b.outcome);
    QVERIFY(isSame(*a.network, *b.network));
    QCOMPARE(a.epochs.last().classLoss, b.epochs.last().classLoss);
}

void TrainerTest::anotherSeedGivesAnotherNetwork()
{
    const TrainingScenes first(8, 0);
    const TrainingScenes second(8, 0);
    TrainingRequest request = second.request();
    request.seed = 2;
    QVERIFY(!isSame(*train(first.request()).network, *train(request).network));
}

void TrainerTest::aStoppedRunGoesOnAsIfUnbroken()
{
    const TrainingScenes scenes(16, 3);
    TrainingRequest request = scenes.request();
    request.hyperparameters.epochs = 3;
    const Ran unbroken = train(request);
    QVERIFY(unbroken.outcome);

    request.runFolder = scenes.path(QStringLiteral("broken"));
    int events = 0;
    const Ran stopped = train(request, {}, [&](const TrainingEvent &event, TrainingControl &control) {
        if (std::holds_alternative<EpochEvent>(event) && ++events == 1)
            control.stop();
    });
    QVERIFY(stopped.outcome);
    QVERIFY(stopped.outcome->wasStopped);
    QVERIFY(!isSame(*stopped.network, *unbroken.network));

    request.resume = true;
    const Ran resumed = train(request);
    QVERIFY2(resumed.outcome, qPrintable(resumed.outcome ? QString() : resumed.outcome.error().message));
    QVERIFY(isSame(*resumed.network, *unbroken.network));
    QCOMPARE(resumed.epochs.last().classLoss, unbroken.epochs.last().classLoss);
    QCOMPARE(resumed.epochs.last().validationMap, unbroken.epochs.last().validationMap);
    QCOMPARE(resumed.outcome->bestMap, unbroken.outcome->bestMap);
    QCOMPARE(resumed.outcome->images, unbroken.outcome->images);
    QCOMPARE(contentOf(request.runFolder + QStringLiteral("/metrics.jsonl")).count('\n'), 3);
}

void TrainerTest::aPausedRunWaitsAndGoesOn()
{
    const TrainingScenes scenes(8, 0);
    std::thread waker;
    int events = 0;
    const Ran ran = train(scenes.request(), {}, [&](const TrainingEvent &, TrainingControl &control) {
        if (++events != 1)
            return;
        control.setPaused(true);
        waker = std::thread([control]() mutable {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            control.setPaused(false);
        });
    });
    waker.join();
    QVERIFY(ran.outcome);
    QCOMPARE(ran.outcome->epochs, 2);
}

void TrainerTest::aRunThatTimeLimitsEndsInTime()
{
    const TrainingScenes scenes(8, 2);
    TrainingRequest request = scenes.request();
    request.maxMinutes = 2.0 / 60;
    QElapsedTimer timer;
    timer.start();
    const Ran ran = train(request);
    QVERIFY(ran.outcome);
    QVERIFY(ran.outcome->seconds > 1);
    QVERIFY(timer.elapsed() < 20'000); // a loaded machine may take longer than the two seconds
    QVERIFY(ran.epochs.last().validationMap >= 0);
    QVERIFY(ran.outcome->bestMap >= 0);
    QCOMPARE(ran.outcome->epochs, ran.epochs.last().epoch); // also where time cut that one short
}

void TrainerTest::withoutValidationTheLastModelIsTheBest()
{
    const TrainingScenes scenes(4, 0);
    const Ran ran = train(scenes.request());
    QVERIFY(ran.outcome);
    QCOMPARE(ran.outcome->bestModel, ran.outcome->lastModel);
    QVERIFY(ran.epochs[0].validationMap < 0);
}

void TrainerTest::aLossThatIsNoNumberStopsTheRun()
{
    const TrainingScenes scenes(8, 0);
    TrainingRequest request = scenes.request();
    request.hyperparameters.learningRate = 1;
    request.hyperparameters.epochs = 400;
    std::shared_ptr<TinyNetwork> network = tinyNetwork();
    {
        const torch::NoGradGuard noGradients;
        network->named_parameters()["box_head0.weight"].fill_(std::numeric_limits<float>::quiet_NaN());
    }
    const TrainingControl control;
    const TrainingObserver observer;
    TrainingRun run(request, control, observer, Replicas(network), {});
    const auto outcome = run.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(QStringLiteral("learning_rate")), qPrintable(outcome.error().message));
}

void TrainerTest::weightsThatGrewBeyondNumbersLeaveTheLastGoodModel()
{
    const TrainingScenes scenes(8, 0);
    TrainingRequest request = scenes.request();
    request.hyperparameters.epochs = 3;
    const std::shared_ptr<TinyNetwork> network = tinyNetwork();
    const TrainingControl control;
    const TrainingObserver observer = [&](const TrainingEvent &event) {
        if (!std::holds_alternative<EpochEvent>(event))
            return;
        const torch::NoGradGuard noGradients;
        network->named_parameters()["extra.weight"].fill_(std::numeric_limits<float>::infinity());
    };
    TrainingRun run(request, control, observer, Replicas(network), {});
    const auto outcome = run.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(QStringLiteral("extra.weight")), qPrintable(outcome.error().message));
    QVERIFY(contentOf(request.runFolder + QStringLiteral("/training.log")).contains("Training failed"));
    // What was saved before is whole; here nothing had been.
    QVERIFY2(outcome.error().message.contains(QStringLiteral("No model had been saved yet")),
             qPrintable(outcome.error().message));
    QVERIFY(!QDir(request.runFolder + QStringLiteral("/last")).exists());

    request.runFolder = scenes.path(QStringLiteral("second"));
    int epochs = 0;
    const auto second = tinyNetwork();
    const TrainingObserver later = [&](const TrainingEvent &event) {
        if (!std::holds_alternative<EpochEvent>(event) || ++epochs < 2)
            return;
        const torch::NoGradGuard noGradients;
        second->named_parameters()["extra.weight"].fill_(std::numeric_limits<float>::infinity());
    };
    TrainingRun other(request, control, later, Replicas(second), {});
    const auto broken = other.run();
    QVERIFY(!broken);
    const QString last = request.runFolder + QStringLiteral("/last");
    QVERIFY2(broken.error().message.contains(last), qPrintable(broken.error().message));
    const auto kept = readSafetensors(last + QStringLiteral("/weights.safetensors"));
    QVERIFY(kept);
    for (const torch::Tensor &tensor : *kept)
        QVERIFY(torch::isfinite(tensor).all().item<bool>());
}

/// Resident memory, from /proc; 0 where there is none.
static qint64 residentBytes()
{
    const QList<QByteArray> words = contentOf(QStringLiteral("/proc/self/statm")).split(' ');
    constexpr qint64 kPage = 4096;
    return words.size() > 1 ? words[1].toLongLong() * kPage : 0;
}

void TrainerTest::memoryIsFlatOverAThousandSteps()
{
    if (residentBytes() == 0)
        QSKIP("this system does not tell resident memory in /proc");
    const TrainingScenes scenes(8, 0);
    TrainingRequest request = scenes.request();
    request.hyperparameters.miniBatchSize = 1;
    request.hyperparameters.epochs = 130; // eight steps each
    request.hyperparameters.learningRate = 0.001;
    qint64 early = 0;
    qint64 late = 0;
    qint64 steps = 0;
    const Ran ran = train(request, {}, [&](const TrainingEvent &event, TrainingControl &) {
        const auto *epoch = std::get_if<EpochEvent>(&event);
        if (!epoch)
            return;
        steps = epoch->epoch * 8;
        if (steps == 200)
            early = residentBytes();
        late = residentBytes();
    });
    QVERIFY2(ran.outcome, qPrintable(ran.outcome ? QString() : ran.outcome.error().message));
    QVERIFY(steps >= 1000);
    constexpr qint64 kSlack = 8 << 20; // checkpoints and the allocator's own ways
    QVERIFY2(late - early < kSlack, qPrintable(QStringLiteral("%1 bytes more").arg(late - early)));
}

void TrainerTest::anOldCheckpointIsRefused()
{
    const TrainingScenes scenes(4, 0);
    TrainingRequest request = scenes.request();
    QVERIFY(train(request).outcome);
    QFile file(request.runFolder + QStringLiteral("/checkpoint"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("PK\x03\x04 a TorchScript archive");
    file.close();
    request.resume = true;
    const Ran ran = train(request);
    QVERIFY(!ran.outcome);
    QVERIFY2(ran.outcome.error().message.contains(QStringLiteral("earlier version")),
             qPrintable(ran.outcome.error().message));
}

void TrainerTest::aRunThatWasDoneIsNotDoneAgain()
{
    const TrainingScenes scenes(8, 3);
    TrainingRequest request = scenes.request();
    const Ran first = train(request);
    QVERIFY(first.outcome);
    request.resume = true;
    const Ran again = train(request);
    QVERIFY2(again.outcome, qPrintable(again.outcome ? QString() : again.outcome.error().message));
    QCOMPARE(again.epochs.size(), 0);
    QCOMPARE(again.outcome->epochs, 2);
    QCOMPARE(again.outcome->bestMap, first.outcome->bestMap);
    QVERIFY(isSame(*again.network, *first.network));
    QCOMPARE(contentOf(request.runFolder + QStringLiteral("/metrics.jsonl")).count('\n'), 2);
}

void TrainerTest::aRunWithOtherLabelsCannotGoOn()
{
    const TrainingScenes scenes(4, 0);
    TrainingRequest request = scenes.request();
    QVERIFY(train(request).outcome);
    request.resume = true;
    request.train[0].boxes.pop_back();
    const Ran other = train(request);
    QVERIFY(!other.outcome);
    QVERIFY2(other.outcome.error().message.contains(QStringLiteral("have changed")),
             qPrintable(other.outcome.error().message));
    request = scenes.request();
    request.resume = true;
    request.hyperparameters.learningRate = 0.5;
    QVERIFY(train(request).outcome.error().message.contains(QStringLiteral("learning_rate")));
}

void TrainerTest::aRunWithAnotherScheduleCannotGoOn()
{
    const TrainingScenes scenes(4, 0);
    TrainingRequest request = scenes.request();
    QVERIFY(train(request).outcome);
    request.resume = true;
    request.warmsUp = false;
    const Ran other = train(request);
    QVERIFY(!other.outcome);
    QVERIFY2(other.outcome.error().message.contains(QStringLiteral("first steps")),
             qPrintable(other.outcome.error().message));
    if (!hasFastBfloat16(torch::kCPU))
        return; // mixed precision is float32 there, and the same run
    request = scenes.request();
    request.resume = true;
    request.precision = ComputePrecision::Mixed;
    QVERIFY(train(request).outcome.error().message.contains(QStringLiteral("precision")));
}

void TrainerTest::aDamagedCheckpointIsNamed()
{
    const TrainingScenes scenes(4, 0);
    TrainingRequest request = scenes.request();
    QVERIFY(train(request).outcome);
    QFile file(request.runFolder + QStringLiteral("/checkpoint"));
    QVERIFY(file.resize(file.size() / 2));
    request.resume = true;
    const Ran ran = train(request);
    QVERIFY(!ran.outcome);
    QVERIFY2(ran.outcome.error().message.contains(QStringLiteral("checkpoint")),
             qPrintable(ran.outcome.error().message));
}

void TrainerTest::aBrokenImageIsNotedOnce()
{
    const TrainingScenes scenes(8, 0);
    QVERIFY(QFile::remove(scenes.request().train[2].path));
    const Ran ran = train(scenes.request());
    QVERIFY(ran.outcome);
    QCOMPARE(ran.notes.filter(QStringLiteral("2.png")).size(), 1);
}

void TrainerTest::noReadableImageIsAFailure()
{
    const TrainingScenes scenes(4, 0);
    for (const TrainingImage &image : scenes.request().train)
        QVERIFY(QFile::remove(image.path));
    const Ran ran = train(scenes.request());
    QVERIFY(!ran.outcome);
    QVERIFY2(ran.outcome.error().message.contains(QStringLiteral("None")), qPrintable(ran.outcome.error().message));
}

void TrainerTest::badRequestsAreRefused_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("words");
    QTest::newRow("no images") << QStringLiteral("images") << QStringLiteral("no training image");
    QTest::newRow("no classes") << QStringLiteral("classes") << QStringLiteral("no class");
    QTest::newRow("no labels") << QStringLiteral("labels") << QStringLiteral("no label");
    QTest::newRow("class index too high") << QStringLiteral("index") << QStringLiteral("has class 7");
    QTest::newRow("another number of classes") << QStringLiteral("count") << QStringLiteral("num_classes is 5");
    QTest::newRow("unknown network") << QStringLiteral("network") << QStringLiteral("base_network is alexnet");
}

void TrainerTest::badRequestsAreRefused()
{
    QFETCH(QString, fault);
    QFETCH(QString, words);
    const TrainingScenes scenes(2, 0);
    TrainingRequest request = scenes.request();
    if (fault == QLatin1String("images"))
        request.train.clear();
    else if (fault == QLatin1String("classes"))
        request.classes.clear();
    else if (fault == QLatin1String("index"))
        request.train[0].boxes[0].classIndex = 7;
    else if (fault == QLatin1String("count"))
        request.hyperparameters.numClasses = 5;
    else if (fault == QLatin1String("network"))
        request.hyperparameters.baseNetwork = QStringLiteral("alexnet");
    if (fault == QLatin1String("labels")) {
        for (TrainingImage &image : request.train)
            image.boxes.clear();
    }
    if (fault == QLatin1String("classes"))
        request.hyperparameters.numClasses = 0;
    const auto outcome = trainDetector(request, {}, {});
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(words), qPrintable(outcome.error().message));
    QVERIFY(!QDir(request.runFolder).exists());
}

QTEST_GUILESS_MAIN(TrainerTest)
#include "trainer_test.moc"
