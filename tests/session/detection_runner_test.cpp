// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_class.h"
#include "core/edit/commands/add_images.h"
#include "core/edit/commands/add_label.h"
#include "core/edit/commands/remove_images.h"
#include "core/session/detection_runner.h"
#include "tests/support/fake_detector_backend.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

/// A project with the images 10.png, 20.png and 30.png (as wide as their names say) and the classes bee and wasp.
class DetectionRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void suggestionsOfEveryImageArriveWithoutAnUndoStep();
    void whatAPersonAskedForIsOneUndoStep();
    void aSuggestionOnALabelOfItsClassIsLeftOut();
    void classesThatTheProjectDoesNotHaveAreToldOnce();
    void anAnswerForAnImageThatIsGoneIsDropped();
    void whatIsAskedForLaterComesFirst();
    void cancelDropsTheAnswerInWork();
    void aModelThatCannotBeOpenedFailsOnceAndStopsTheBatch();
    void anUnreadableImageDoesNotStopTheOthers();
    void anotherModelAnswersForTheImageInWork();
    void aModelAboutWhichSomethingWasDecidedIsOpenedAnew();

private:
    [[nodiscard]] QList<Suggestion> suggestions(int index) const;
    [[nodiscard]] std::unique_ptr<DetectionRunner> makeRunner();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectSession> m_session;
    std::unique_ptr<FakeDetectorBackend> m_backend;
    QList<ImageId> m_images;
    ClassId m_bee = ClassId::None;
};

void DetectionRunnerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QStringList paths;
    for (const int width : {10, 20, 30}) {
        paths << m_folder->filePath(QStringLiteral("%1.png").arg(width));
        QVERIFY(QImage(width, 100, QImage::Format_RGB888).save(paths.constLast()));
    }
    auto session = ProjectSession::create(m_folder->filePath(QStringLiteral("p.boxwright")));
    QVERIFY2(session, qPrintable(session ? QString() : session.error().message));
    m_session = std::move(*session);
    Document &document = m_session->document();
    for (const QString &name : {QStringLiteral("bee"), QStringLiteral("wasp")})
        QVERIFY(document.push(std::make_unique<AddClass>(document, name)));
    QList<ImageInfo> infos;
    for (const QString &path : paths) {
        ImageInfo info;
        info.path = m_session->storedImagePath(path);
        infos << info;
    }
    QVERIFY(document.push(std::make_unique<AddImages>(document, infos)));
    m_images.clear();
    for (qsizetype i = 0; i < 3; ++i)
        m_images << document.dataset().imageAt(i).info.id;
    m_bee = document.dataset().classNamed(QStringLiteral("bee"))->id;

    m_backend = std::make_unique<FakeDetectorBackend>();
    FakeModel model;
    model.info.name = QStringLiteral("quick-1");
    model.info.classes = {QStringLiteral("wasp"), QStringLiteral("bee")};
    model.detectionsByWidth[10] = {{1, 0.9, {1, 1, 5, 5}}, {0, 0.4, {1, 1, 5, 5}}};
    model.detectionsByWidth[20] = {{0, 0.8, {2, 2, 12, 12}}};
    model.detectionsByWidth[30] = {{1, 0.7, {3, 3, 20, 20}}};
    m_backend->models[QStringLiteral("good")] = model;
}

void DetectionRunnerTest::cleanup()
{
    m_session.reset();
    m_backend.reset();
    m_folder.reset();
}

QList<Suggestion> DetectionRunnerTest::suggestions(int index) const
{
    return m_session->dataset().image(m_images.at(index))->suggestions;
}

std::unique_ptr<DetectionRunner> DetectionRunnerTest::makeRunner()
{
    auto runner = std::make_unique<DetectionRunner>(*m_session, m_backend->source());
    runner->setModel(QStringLiteral("good"));
    return runner;
}

void DetectionRunnerTest::suggestionsOfEveryImageArriveWithoutAnUndoStep()
{
    const auto runner = makeRunner();
    QSignalSpy running(runner.get(), &DetectionRunner::runningChanged);
    QSignalSpy progressed(runner.get(), &DetectionRunner::progressed);
    const int stepsBefore = m_session->document().undoStack().count();
    runner->detect(m_images);
    QVERIFY(runner->isRunning());
    QVERIFY(!runner->hasSeen(m_images[1]));
    QTRY_VERIFY(!runner->isRunning());
    QVERIFY(runner->hasSeen(m_images[1]));
    QCOMPARE(running.size(), 2);
    QCOMPARE(suggestions(0).size(), 2);
    QCOMPARE(suggestions(1).size(), 1);
    QCOMPARE(suggestions(2).size(), 1);
    QCOMPARE(suggestions(2)[0].classId, m_bee);
    QCOMPARE(suggestions(2)[0].confidence, 0.7);
    QCOMPARE(suggestions(2)[0].model, QStringLiteral("quick-1"));
    QCOMPARE(suggestions(2)[0].box, (Box{3, 3, 20, 20}));
    QCOMPARE(m_session->document().undoStack().count(), stepsBefore);
    QCOMPARE(progressed.constLast()[0].value<Progress>().done, 3);
    QCOMPARE(progressed.constLast()[0].value<Progress>().total, 3);
    QCOMPARE(m_backend->opened.size(), 1);
    QCOMPARE(m_session->dataset().image(m_images[1])->info.size, QSize(20, 100)); // learned on the way
}

void DetectionRunnerTest::whatAPersonAskedForIsOneUndoStep()
{
    const auto runner = makeRunner();
    const int stepsBefore = m_session->document().undoStack().count();
    runner->detect({m_images[1], m_images[2]});
    runner->detectAsStep(m_images[0]);
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(suggestions(0).size(), 2);
    QCOMPARE(suggestions(1).size(), 1);
    QCOMPARE(m_session->document().undoStack().count(), stepsBefore + 1);
    m_session->document().undoStack().undo();
    QCOMPARE(suggestions(0).size(), 0);
    QCOMPARE(suggestions(1).size(), 1);
}

void DetectionRunnerTest::aSuggestionOnALabelOfItsClassIsLeftOut()
{
    Document &document = m_session->document();
    Label label;
    label.classId = m_bee;
    label.box = {1, 1, 5, 4}; // IoU 0.75 with what the model finds
    QVERIFY(document.push(std::make_unique<AddLabel>(document, m_images[0], label)));
    const auto runner = makeRunner();
    runner->detect({m_images[0]});
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(suggestions(0).size(), 1);
    QVERIFY(suggestions(0)[0].classId != m_bee);
}

void DetectionRunnerTest::classesThatTheProjectDoesNotHaveAreToldOnce()
{
    FakeModel &model = m_backend->models[QStringLiteral("good")];
    model.info.classes = {QStringLiteral("hoverfly"), QStringLiteral("bee")};
    const auto runner = makeRunner();
    QSignalSpy notes(runner.get(), &DetectionRunner::noted);
    runner->detect(m_images);
    QTRY_VERIFY(!runner->isRunning());
    runner->detect(m_images);
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(notes.size(), 1);
    QVERIFY(notes[0][0].toString().contains(QStringLiteral("hoverfly")));
    QCOMPARE(suggestions(0).size(), 1);
    QCOMPARE(suggestions(1).size(), 0);
}

void DetectionRunnerTest::anAnswerForAnImageThatIsGoneIsDropped()
{
    QSemaphore gate;
    m_backend->models[QStringLiteral("good")].gate = &gate;
    const auto runner = makeRunner();
    runner->detect({m_images[0], m_images[1]});
    Document &document = m_session->document();
    QVERIFY(document.push(std::make_unique<RemoveImages>(document, QList<ImageId>{m_images[0]})));
    gate.release(2);
    QTRY_VERIFY(!runner->isRunning());
    QVERIFY(!m_session->dataset().image(m_images[0]));
    QCOMPARE(suggestions(1).size(), 1);
}

void DetectionRunnerTest::whatIsAskedForLaterComesFirst()
{
    QSemaphore gate;
    m_backend->models[QStringLiteral("good")].gate = &gate;
    const auto runner = makeRunner();
    runner->detect(m_images);
    runner->detect({m_images[2], m_images[0]});
    gate.release(2);
    QTRY_COMPARE(suggestions(2).size(), 1);
    QCOMPARE(suggestions(0).size(), 2);
    QCOMPARE(suggestions(1).size(), 0);
    gate.release(1);
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(suggestions(1).size(), 1);
    QCOMPARE(gate.available(), 0);
}

void DetectionRunnerTest::cancelDropsTheAnswerInWork()
{
    QSemaphore gate;
    m_backend->models[QStringLiteral("good")].gate = &gate;
    const auto runner = makeRunner();
    QSignalSpy running(runner.get(), &DetectionRunner::runningChanged);
    runner->detect(m_images);
    runner->cancel();
    QVERIFY(!runner->isRunning());
    QCOMPARE(running.size(), 2);
    runner->detect({m_images[1]});
    gate.release(3);
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(suggestions(0).size(), 0);
    QCOMPARE(suggestions(1).size(), 1);
}

void DetectionRunnerTest::aModelThatCannotBeOpenedFailsOnceAndStopsTheBatch()
{
    const auto runner = makeRunner();
    QSignalSpy failed(runner.get(), &DetectionRunner::failed);
    runner->setModel(QStringLiteral("nowhere"));
    runner->detect(m_images);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].value<Error>().message.contains(QStringLiteral("nowhere")));
    QVERIFY(!runner->isRunning());
    runner->setModel(QStringLiteral("good"));
    runner->detect(m_images);
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(suggestions(0).size(), 2);
}

void DetectionRunnerTest::anUnreadableImageDoesNotStopTheOthers()
{
    QFile broken(m_folder->filePath(QStringLiteral("20.png")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("not an image");
    broken.close();
    const auto runner = makeRunner();
    QSignalSpy notes(runner.get(), &DetectionRunner::noted);
    QSignalSpy failed(runner.get(), &DetectionRunner::failed);
    runner->detect(m_images);
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(failed.size(), 0);
    QCOMPARE(notes.size(), 1);
    QVERIFY(notes[0][0].toString().contains(QStringLiteral("20.png")));
    QCOMPARE(suggestions(0).size(), 2);
    QCOMPARE(suggestions(2).size(), 1);
}

void DetectionRunnerTest::anotherModelAnswersForTheImageInWork()
{
    QSemaphore gate;
    m_backend->models[QStringLiteral("good")].gate = &gate;
    FakeModel better = m_backend->models[QStringLiteral("good")];
    better.gate = nullptr;
    better.info.name = QStringLiteral("balanced-2");
    m_backend->models[QStringLiteral("better")] = better;
    const auto runner = makeRunner();
    runner->detect({m_images[2]});
    runner->setModel(QStringLiteral("better"));
    gate.release(1);
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(suggestions(2).size(), 1);
    QCOMPARE(suggestions(2)[0].model, QStringLiteral("balanced-2"));
}

void DetectionRunnerTest::aModelAboutWhichSomethingWasDecidedIsOpenedAnew()
{
    const auto runner = makeRunner();
    runner->detect({m_images[0]});
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(suggestions(0).size(), 2);
    m_backend->models[QStringLiteral("good")].detectionsByWidth[10] = {{0, 0.6, {1, 1, 5, 5}}};
    runner->detect({m_images[0]});
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(suggestions(0).size(), 2); // the opened model stays as it is
    runner->reopenModel();
    QVERIFY(!runner->hasSeen(m_images[0]));
    runner->detect({m_images[0]});
    QTRY_VERIFY(!runner->isRunning());
    QCOMPARE(suggestions(0).size(), 1);
    QCOMPARE(m_backend->opened.size(), 2);
}

QTEST_GUILESS_MAIN(DetectionRunnerTest)
#include "detection_runner_test.moc"
