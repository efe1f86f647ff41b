// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run_history.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

/// Each test writes run folders as the trainer does, or as a crash, a full disk or a person leaves them.
class RunHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aFinishedRunTellsEverything();
    void aRunThatWasKilledKeepsItsWholeEpochs();
    void brokenFilesAreNamedAndHideNoOtherRun_data();
    void brokenFilesAreNamedAndHideNoOtherRun();
    void foldersThatAreNoRunsAreLeftOut();
    void theLatestRunComesFirst();
    void aMissingFolderHasNoRuns();
    void namesGoOnAboveTheHighestNumber();

private:
    void write(const QString &path, const QByteArray &content) const;
    void writeGoodRun(const QString &name, const QByteArray &started) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void RunHistoryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void RunHistoryTest::write(const QString &path, const QByteArray &content) const
{
    const QString file = m_folder->filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(content);
}

void RunHistoryTest::writeGoodRun(const QString &name, const QByteArray &started) const
{
    write(name + QStringLiteral("/run.json"),
          "{\"run\": \"x\", \"started\": \"" + started +
              "\", \"hyperparameters\": {\"base_network\": \"mobilenet-v2\", \"epochs\": \"3\"},"
              "\"weights_file\": \"/w/imagenet.safetensors\", \"start_model\": \"\","
              "\"dataset\": {\"train_images\": 40, \"train_labels\": 301},"
              "\"outcome\": {\"seconds\": 61.5}}");
    write(name + QStringLiteral("/metrics.jsonl"),
          "{\"epoch\":1,\"class_loss\":4.5,\"box_loss\":1.5,\"seconds\":20,\"validation_map\":0.25}\n"
          "{\"epoch\":2,\"class_loss\":3.5,\"box_loss\":1.25,\"seconds\":20,\"validation_map\":0.75}\n"
          "{\"epoch\":3,\"class_loss\":3.0,\"box_loss\":1.0,\"seconds\":20,\"validation_map\":0.5}\n");
    write(name + QStringLiteral("/best/model.json"), "{\"base_network\": \"mobilenet-v2\"}");
    write(name + QStringLiteral("/best/weights.safetensors"), "weights");
}

void RunHistoryTest::aFinishedRunTellsEverything()
{
    writeGoodRun(QStringLiteral("balanced-1"), "2026-11-24T05:00:00Z");
    const QList<RunRecord> runs = readRuns(m_folder->path());
    QCOMPARE(runs.size(), 1);
    const RunRecord &run = runs[0];
    QCOMPARE(run.name, QStringLiteral("balanced-1"));
    QCOMPARE(run.baseNetwork, QStringLiteral("mobilenet-v2"));
    QCOMPARE(run.plannedEpochs, 3);
    QCOMPARE(run.weightsFile, QStringLiteral("/w/imagenet.safetensors"));
    QCOMPARE(run.trainingImages, 40);
    QCOMPARE(run.labels, 301);
    QCOMPARE(run.seconds, 61.5);
    QCOMPARE(run.bestMap, 0.75);
    QCOMPARE(run.bestEpoch, 2);
    QCOMPARE(run.epochs.size(), 3);
    QCOMPARE(run.epochs[1].boxLoss, 1.25);
    QCOMPARE(QDir(run.model), QDir(m_folder->filePath(QStringLiteral("balanced-1/best"))));
    QCOMPARE(run.started.toUTC(), QDateTime(QDate(2026, 11, 24), QTime(5, 0), Qt::UTC));
    QCOMPARE(run.problem, QString());
}

void RunHistoryTest::aRunThatWasKilledKeepsItsWholeEpochs()
{
    writeGoodRun(QStringLiteral("quick-1"), "2026-11-24T05:00:00Z");
    write(QStringLiteral("quick-1/run.json"), "{\"hyperparameters\": {\"base_network\": \"vgg-16\"}}");
    write(QStringLiteral("quick-1/metrics.jsonl"),
          "{\"epoch\":1,\"class_loss\":4.5,\"box_loss\":1.5,\"seconds\":21.5}\n{\"epoch\":2,\"cla");
    const QList<RunRecord> runs = readRuns(m_folder->path());
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].epochs.size(), 1);
    QCOMPARE(runs[0].seconds, 21.5);
    QCOMPARE(runs[0].bestMap, -1.0);
    QCOMPARE(runs[0].problem, QString());
}

void RunHistoryTest::brokenFilesAreNamedAndHideNoOtherRun_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("record cut off") << QStringLiteral("run.json") << QByteArray("{\"run\": \"") << true;
    QTest::newRow("record is a list") << QStringLiteral("run.json") << QByteArray("[1, 2]") << true;
    QTest::newRow("record is empty") << QStringLiteral("run.json") << QByteArray() << true;
    QTest::newRow("record of other types")
        << QStringLiteral("run.json")
        << QByteArray("{\"started\": 5, \"hyperparameters\": [], \"dataset\": \"x\", \"outcome\": 1}") << false;
    QTest::newRow("metrics are noise") << QStringLiteral("metrics.jsonl") << QByteArray("\xff\x00\n\n{}\n[]", 8)
                                       << false;
    QTest::newRow("metrics of other types")
        << QStringLiteral("metrics.jsonl") << QByteArray("{\"epoch\": \"one\", \"class_loss\": {}}\n") << false;
    QTest::newRow("an epoch beyond numbers")
        << QStringLiteral("metrics.jsonl") << QByteArray("{\"epoch\": 1e300, \"validation_map\": 7}\n") << false;
    QTest::newRow("model is noise") << QStringLiteral("best/model.json") << QByteArray("not json") << true;
}

void RunHistoryTest::brokenFilesAreNamedAndHideNoOtherRun()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(bool, isTold);
    writeGoodRun(QStringLiteral("good-1"), "2026-11-24T05:00:00Z");
    writeGoodRun(QStringLiteral("bad-1"), "2026-11-24T06:00:00Z");
    write(QStringLiteral("bad-1/") + file, content);
    const QList<RunRecord> runs = readRuns(m_folder->path());
    QCOMPARE(runs.size(), 2);
    for (const RunRecord &run : runs) {
        const bool isBroken = run.name == QLatin1String("bad-1");
        QCOMPARE(run.problem.contains(QFileInfo(file).fileName()), isBroken && isTold);
        if (!isBroken)
            QCOMPARE(run.bestMap, 0.75);
    }
}

void RunHistoryTest::foldersThatAreNoRunsAreLeftOut()
{
    write(QStringLiteral("notes/todo.txt"), "buy honey");
    write(QStringLiteral("loose.json"), "{}");
    QVERIFY(readRuns(m_folder->path()).isEmpty());
}

void RunHistoryTest::theLatestRunComesFirst()
{
    writeGoodRun(QStringLiteral("a-1"), "2026-11-24T05:00:00Z");
    writeGoodRun(QStringLiteral("b-1"), "2026-11-24T07:00:00Z");
    writeGoodRun(QStringLiteral("c-1"), "2026-11-24T06:00:00Z");
    QStringList names;
    for (const RunRecord &run : readRuns(m_folder->path()))
        names << run.name;
    QCOMPARE(names, (QStringList{QStringLiteral("b-1"), QStringLiteral("c-1"), QStringLiteral("a-1")}));
}

void RunHistoryTest::aMissingFolderHasNoRuns()
{
    QVERIFY(readRuns(m_folder->filePath(QStringLiteral("nowhere"))).isEmpty());
    QCOMPARE(freeRunName(m_folder->filePath(QStringLiteral("nowhere")), QStringLiteral("quick")),
             QStringLiteral("quick-1"));
}

void RunHistoryTest::namesGoOnAboveTheHighestNumber()
{
    for (const char *name : {"quick-2/x", "quick-10/x", "quick-old/x", "balanced-30/x"})
        write(QLatin1String(name), "x");
    QCOMPARE(freeRunName(m_folder->path(), QStringLiteral("quick")), QStringLiteral("quick-11"));
    QCOMPARE(freeRunName(m_folder->path(), QStringLiteral("thorough")), QStringLiteral("thorough-1"));
}

QTEST_GUILESS_MAIN(RunHistoryTest)
#include "run_history_test.moc"
