// SPDX-License-Identifier: GPL-3.0-or-later
// A second process edits a project at random and is killed at random moments. Edits are determined by a seed, so this
// process can do them again and knows what the project held after each; the killed one told which it had done, when,
// and which the light had called saved. Beside it a thread of this process writes to the same disk as plainly as can
// be: where that stands still, the machine does, and not the program.
#include "core/session/project_session.h"
#include "tests/support/random_edits.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <random>
#include <thread>

#include <unistd.h>

using namespace boxwright;

namespace {

constexpr int kRounds = 50;
constexpr qint64 kMostLostMs = 200;
constexpr qint64 kCalmMs = 20; ///< a plain write that takes no longer counts as a machine at ease

/// The same clock in every process of the machine.
qint64 nowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void say(const char *word, int step)
{
    std::printf("%s %d %lld\n", word, step, static_cast<long long>(nowMs()));
    std::fflush(stdout);
}

/// The process that is to be killed: edits until then, in bursts with rests between.
int editUntilKilled(QCoreApplication &application)
{
    const QStringList arguments = application.arguments();
    auto session = ProjectSession::open(arguments.value(2));
    if (!session || (*session)->isReadOnly())
        return 1;
    const quint64 seed = arguments.value(3).toULongLong();
    RandomEdits edits((*session)->document(), seed);
    std::mt19937_64 rests(seed);
    int steps = 0;
    QObject::connect(session->get(), &ProjectSession::savedChanged, &application, [&steps](bool isSaved) {
        if (isSaved)
            say("saved", steps);
    });
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &application, [&] {
        edits.step();
        say("done", ++steps);
        timer.start(static_cast<int>(rests() % 8 == 0 ? rests() % 60 : rests() % 3));
    });
    say("ready", 0);
    timer.start(0);
    return QCoreApplication::exec();
}

/// Appends a page to a file of its own and waits until the disk has it, again and again, and knows the longest time
/// from one to the next since it was asked last.
class PlainWriter
{
public:
    explicit PlainWriter(const QString &path)
        : m_file(path)
        , m_thread([this] { run(); })
    {
    }
    ~PlainWriter()
    {
        m_isOver = true;
        m_thread.join();
    }
    qint64 takeLongest() { return m_longest.exchange(0); }

private:
    void run()
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return;
        const QByteArray page(4096, 'x');
        while (!m_isOver) {
            const qint64 begun = nowMs();
            m_file.seek(0);
            m_file.write(page);
            m_file.flush();
            ::fdatasync(m_file.handle());
            std::this_thread::sleep_for(std::chrono::milliseconds(kRestMs));
            m_longest = std::max<qint64>(m_longest, nowMs() - begun - kRestMs);
        }
    }

    static constexpr qint64 kRestMs = 10;
    QFile m_file;
    std::atomic<bool> m_isOver = false;
    std::atomic<qint64> m_longest = 0;
    std::thread m_thread;
};

/// What the killed process had told.
struct Told
{
    int lastDone = 0;
    int lastSaved = 0;
    QHash<int, qint64> doneAt; ///< by step
};

Told read(const QByteArray &output)
{
    Told told;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() != 3)
            continue;
        const int step = words[1].toInt();
        if (words[0] == "saved")
            told.lastSaved = step;
        if (words[0] != "done")
            continue;
        told.lastDone = step;
        told.doneAt.insert(step, words[2].toLongLong());
    }
    return told;
}

/// The last step after which the project held those values; -1 where it never did.
int stepOf(const QByteArray &values, Document &document, quint64 seed, int lastStep)
{
    RandomEdits edits(document, seed);
    int found = everyValue(document.dataset()) == values ? 0 : -1;
    for (int step = 1; step <= lastStep; ++step) {
        edits.step();
        if (everyValue(document.dataset()) == values)
            found = step;
    }
    return found;
}

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSavedSurvivesEveryKill();
};

void KillTest::whatWasSavedSurvivesEveryKill()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    QVERIFY(ProjectSession::create(path));
    std::mt19937_64 generator(2026);
    PlainWriter plainWriter(folder.filePath(QStringLiteral("plain")));
    int acknowledged = 0;
    int calm = 0;
    qint64 oldest = 0;
    for (int round = 0; round < kRounds; ++round) {
        auto before = ProjectSession::open(path);
        QVERIFY2(before, qPrintable(before ? QString() : before.error().message));
        QVERIFY2(!(*before)->isReadOnly(), "the lock of a killed program must not hold");
        const Dataset dataset = (*before)->dataset();
        Document replay(dataset, (*before)->document().nextId());
        before->reset();

        plainWriter.takeLongest();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--edit"), path, QString::number(round + 1)});
        QVERIFY(child.waitForReadyRead(60'000)); // "ready"
        const qint64 killAt = nowMs() + static_cast<qint64>(generator() % 450);
        while (nowMs() < killAt)
            child.waitForReadyRead(static_cast<int>(std::max<qint64>(1, killAt - nowMs())));
        QCOMPARE(child.state(), QProcess::Running);
        child.kill();
        const qint64 killedAt = nowMs();
        const qint64 stall = plainWriter.takeLongest();
        QVERIFY(child.waitForFinished(60'000));
        const Told told = read(child.readAllStandardOutput());

        auto after = ProjectSession::open(path);
        QVERIFY2(after, qPrintable(after ? QString() : after.error().message));
        QVERIFY((*after)->notes().isEmpty());
        const int step =
            stepOf(everyValue((*after)->dataset()), replay, static_cast<quint64>(round + 1), told.lastDone + 2);
        QVERIFY2(step >= 0, "the file holds what the project never was");
        QVERIFY2(step >= told.lastSaved,
                 qPrintable(QStringLiteral("round %1: %2 of %3 saved").arg(round).arg(step).arg(told.lastSaved)));
        acknowledged += told.lastSaved > 0 ? 1 : 0;
        // The age of the oldest edit that is missing.
        const qint64 lost = killedAt - told.doneAt.value(step + 1, killedAt);
        const qint64 allowed = kMostLostMs + (stall > kCalmMs ? stall : 0);
        QVERIFY2(lost <= allowed, qPrintable(QStringLiteral("round %1: an edit of %2 ms before the kill is missing, "
                                                            "while a plain write took %3 ms")
                                                 .arg(round)
                                                 .arg(lost)
                                                 .arg(stall)));
        calm += stall <= kCalmMs ? 1 : 0;
        oldest = std::max(oldest, lost);
    }
    QVERIFY2(acknowledged > kRounds / 4, "hardly anything was ever called saved: the test would prove nothing");
    qInfo("%d kills, %d with saved edits, %d on a machine at ease; the oldest edit that was lost was %lld ms old",
          kRounds, acknowledged, calm, static_cast<long long>(oldest));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == QLatin1String("--edit"))
        return editUntilKilled(application);
    KillTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "kill_test.moc"
