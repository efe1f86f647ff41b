// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/training_runner.h"
#include "tests/support/fake_detector_backend.h"

#include <QSignalSpy>
#include <QTest>

using namespace boxwright;

namespace {

TrainingRequest requestNamed(const QString &name)
{
    TrainingRequest request;
    request.runName = name;
    request.runFolder = QStringLiteral("runs/") + name;
    return request;
}

} // namespace

class TrainingRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTrainingTellsStepsEpochsAndItsOutcomeOnTheOwnersThread();
    void aSecondStartWhileOneRunsChangesNothing();
    void aFailureArrivesOnceAndTheNextTrainingCanStart_data();
    void aFailureArrivesOnceAndTheNextTrainingCanStart();
    void aPausedTrainingTakesNoStepUntilItGoesOn();
    void aStopEndsAPausedTrainingAndKeepsItsModels();
    void destroyingTheRunnerStopsTheTraining();
};

void TrainingRunnerTest::aTrainingTellsStepsEpochsAndItsOutcomeOnTheOwnersThread()
{
    FakeDetectorBackend backend;
    TrainingRunner runner(backend.source());
    QSignalSpy started(&runner, &TrainingRunner::started);
    QSignalSpy epochs(&runner, &TrainingRunner::epochFinished);
    QSignalSpy notes(&runner, &TrainingRunner::noted);
    QSignalSpy finished(&runner, &TrainingRunner::finished);
    QList<qint64> steps;
    connect(&runner, &TrainingRunner::stepped, [&](const StepEvent &event) {
        QCOMPARE(QThread::currentThread(), runner.thread());
        steps << event.step;
    });
    runner.start(requestNamed(QStringLiteral("balanced-1")));
    QVERIFY(runner.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!runner.isRunning());
    QCOMPARE(started.size(), 1);
    QCOMPARE(notes.size(), 1);
    QCOMPARE(steps, (QList<qint64>{1, 2, 3, 4, 5, 6}));
    QCOMPARE(epochs.size(), 2);
    QCOMPARE(epochs[1][0].value<EpochEvent>().validationMap, 0.5);
    const auto outcome = finished[0][0].value<TrainingOutcome>();
    QCOMPARE(outcome.bestModel, QStringLiteral("runs/balanced-1/best"));
    QVERIFY(!outcome.wasStopped);
    QCOMPARE(runner.request().runName, QStringLiteral("balanced-1"));
}

void TrainingRunnerTest::aSecondStartWhileOneRunsChangesNothing()
{
    FakeDetectorBackend backend;
    QSemaphore gate;
    backend.stepGate = &gate;
    TrainingRunner runner(backend.source());
    QSignalSpy started(&runner, &TrainingRunner::started);
    QSignalSpy finished(&runner, &TrainingRunner::finished);
    runner.start(requestNamed(QStringLiteral("first")));
    runner.start(requestNamed(QStringLiteral("second")));
    QCOMPARE(started.size(), 1);
    QCOMPARE(runner.request().runName, QStringLiteral("first"));
    gate.release(100);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(backend.trained.size(), 1);
}

void TrainingRunnerTest::aFailureArrivesOnceAndTheNextTrainingCanStart_data()
{
    QTest::addColumn<QString>("trainError");
    QTest::addColumn<bool>("throws");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the backend reports it")
        << QStringLiteral("a.jpg cannot be read") << false << QStringLiteral("a.jpg cannot be read");
    QTest::newRow("a library throws") << QString() << true << QStringLiteral("the tensor library is unwell");
}

void TrainingRunnerTest::aFailureArrivesOnceAndTheNextTrainingCanStart()
{
    QFETCH(QString, trainError);
    QFETCH(bool, throws);
    QFETCH(QString, expected);
    FakeDetectorBackend backend;
    backend.trainError = trainError;
    backend.throwsInTraining = throws;
    TrainingRunner runner(backend.source());
    QSignalSpy failed(&runner, &TrainingRunner::failed);
    QSignalSpy finished(&runner, &TrainingRunner::finished);
    runner.start(requestNamed(QStringLiteral("broken")));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].value<Error>().message.contains(expected));
    QCOMPARE(finished.size(), 0);
    QVERIFY(!runner.isRunning());

    backend.trainError.clear();
    backend.throwsInTraining = false;
    runner.start(requestNamed(QStringLiteral("mended")));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(failed.size(), 1);
}

void TrainingRunnerTest::aPausedTrainingTakesNoStepUntilItGoesOn()
{
    FakeDetectorBackend backend;
    QSemaphore gate;
    backend.stepGate = &gate;
    TrainingRunner runner(backend.source());
    QSignalSpy steps(&runner, &TrainingRunner::stepped);
    QSignalSpy paused(&runner, &TrainingRunner::pausedChanged);
    QSignalSpy finished(&runner, &TrainingRunner::finished);
    runner.start(requestNamed(QStringLiteral("paused")));
    gate.release(1);
    QTRY_COMPARE(steps.size(), 1);
    runner.setPaused(true);
    runner.setPaused(true);
    QCOMPARE(paused.size(), 1);
    QVERIFY(runner.isPaused());
    gate.release(100);
    QTest::qWait(30);
    QCOMPARE(steps.size(), 1);
    runner.setPaused(false);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(steps.size(), 6);
    QVERIFY(!runner.isPaused());
}

void TrainingRunnerTest::aStopEndsAPausedTrainingAndKeepsItsModels()
{
    FakeDetectorBackend backend;
    QSemaphore gate;
    backend.stepGate = &gate;
    TrainingRunner runner(backend.source());
    QSignalSpy steps(&runner, &TrainingRunner::stepped);
    QSignalSpy finished(&runner, &TrainingRunner::finished);
    runner.start(requestNamed(QStringLiteral("stopped")));
    gate.release(1);
    QTRY_COMPARE(steps.size(), 1);
    runner.setPaused(true);
    runner.stop();
    QVERIFY(runner.isStopping());
    QTRY_COMPARE(finished.size(), 1);
    const auto outcome = finished[0][0].value<TrainingOutcome>();
    QVERIFY(outcome.wasStopped);
    QCOMPARE(outcome.lastModel, QStringLiteral("runs/stopped/last"));
}

void TrainingRunnerTest::destroyingTheRunnerStopsTheTraining()
{
    FakeDetectorBackend backend;
    QSemaphore gate;
    backend.stepGate = &gate;
    auto runner = std::make_unique<TrainingRunner>(backend.source());
    runner->start(requestNamed(QStringLiteral("left behind")));
    gate.release(1);
    QSignalSpy steps(runner.get(), &TrainingRunner::stepped);
    QTRY_COMPARE(steps.size(), 1);
    runner->setPaused(true);
    runner.reset(); // hangs here, and the test with it, if the training cannot be stopped
    QCOMPARE(backend.trained.size(), 1);
}

QTEST_GUILESS_MAIN(TrainingRunnerTest)
#include "training_runner_test.moc"
