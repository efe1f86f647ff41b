// SPDX-License-Identifier: GPL-3.0-or-later
// A training that is killed again and again and goes on each time must end with the very weights of one that never was.
// BOXWRIGHT_KILLS sets how often; three in a test run.
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace boxwright;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What of metrics.jsonl does not depend on the clock.
QList<QJsonObject> epochsOf(const QString &run)
{
    QList<QJsonObject> epochs;
    for (const QByteArray &line : contentOf(run + QStringLiteral("/metrics.jsonl")).trimmed().split('\n')) {
        QJsonObject epoch = QJsonDocument::fromJson(line).object();
        epoch.remove(QStringLiteral("seconds"));
        epoch.remove(QStringLiteral("images_per_second"));
        epochs << epoch;
    }
    return epochs;
}

} // namespace

class KilledTrainingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itEndsWithTheWeightsOfTheUnbrokenOne();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString run(const QString &name) const { return path(QStringLiteral("p.runs/") + name); }
    QStringList words(const QString &name) const
    {
        return {QStringLiteral("train"),     path(QStringLiteral("p.boxwright")),
                QStringLiteral("--run"),     name,
                QStringLiteral("--threads"), QStringLiteral("1"),
                QStringLiteral("--set"),     QStringLiteral("mini_batch_size=2"),
                QStringLiteral("epochs=6"),  QStringLiteral("learning_rate=0.01")};
    }
    /// Starts or goes on, and is killed at a random moment after it has learned something; false where it was done.
    bool runAndKill(const QStringList &arguments, std::mt19937 &generator) const;

    QTemporaryDir m_folder;
};

void KilledTrainingTest::initTestCase()
{
    const QString drawn = path(QStringLiteral("data"));
    QCOMPARE(runCli({QStringLiteral("sample"), drawn, QStringLiteral("--images"), QStringLiteral("8")}).exitCode, 0);
    const QString project = path(QStringLiteral("p.boxwright"));
    QCOMPARE(runCli({QStringLiteral("new"), project, QStringLiteral("--images"), drawn + QStringLiteral("/images")})
                 .exitCode,
             0);
    const CliRun import = runCli({QStringLiteral("import"), project, QStringLiteral("--format"),
                                  QStringLiteral("augmented-manifest"), QStringLiteral("--from"), drawn});
    QVERIFY2(import.exitCode == 0, qPrintable(import.errors));
}

bool KilledTrainingTest::runAndKill(const QStringList &arguments, std::mt19937 &generator) const
{
    const QString log = run(QStringLiteral("broken")) + QStringLiteral("/training.log");
    const auto checkpoints = contentOf(log).count("Saved checkpoint");
    QProcess process;
    prepareCli(process, arguments);
    process.start();
    // At times before the first checkpoint of this start, at times right behind one, at times in the midst of steps.
    const bool waits = generator() % 4 != 0;
    const auto hasSaved = [&] {
        return contentOf(log).count("Saved checkpoint") > checkpoints || process.state() == QProcess::NotRunning;
    };
    if (waits && !QTest::qWaitFor(hasSaved, 120'000))
        return false;
    const bool isOver = process.waitForFinished(static_cast<int>(generator() % 1500));
    process.kill();
    process.waitForFinished(30'000);
    return !isOver;
}

void KilledTrainingTest::itEndsWithTheWeightsOfTheUnbrokenOne()
{
    const CliRun whole = runCli(words(QStringLiteral("whole")), {}, 280'000);
    QVERIFY2(whole.exitCode == 0, qPrintable(whole.errors));
    const int wanted = std::max(
        1, qEnvironmentVariableIntValue("BOXWRIGHT_KILLS") > 0 ? qEnvironmentVariableIntValue("BOXWRIGHT_KILLS") : 3);
    std::mt19937 generator(7);
    QStringList arguments = words(QStringLiteral("broken"));
    int kills = 0;
    for (int round = 0; round < wanted; ++round) {
        if (!runAndKill(arguments, generator))
            break;
        ++kills;
        if (QDir(run(QStringLiteral("broken"))).exists() && !arguments.contains(QStringLiteral("--resume")))
            arguments << QStringLiteral("--resume");
    }
    QVERIFY2(kills > 0, "the training was over before it could be killed");
    const CliRun last = runCli(arguments, {}, 280'000);
    QVERIFY2(last.exitCode == 0, qPrintable(last.errors));
    for (const char *file : {"/last/weights.safetensors", "/best/weights.safetensors"}) {
        const QByteArray expected = contentOf(run(QStringLiteral("whole")) + QLatin1String(file));
        QVERIFY(!expected.isEmpty());
        QVERIFY2(contentOf(run(QStringLiteral("broken")) + QLatin1String(file)) == expected, file);
    }
    QCOMPARE(epochsOf(run(QStringLiteral("broken"))), epochsOf(run(QStringLiteral("whole"))));
    qInfo("killed %d times", kills);
}

QTEST_GUILESS_MAIN(KilledTrainingTest)
#include "killed_training_test.moc"
