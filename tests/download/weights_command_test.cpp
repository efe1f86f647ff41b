// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli_process.h"
#include "tests/support/file_server.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

/// The program must run while this process serves: no waiting call in between.
CliRun runWhileServing(const QStringList &words)
{
    QProcess process;
    prepareCli(process, words);
    process.start();
    CliRun run;
    const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
    run.exitCode = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.output = QString::fromUtf8(process.readAllStandardOutput());
    run.errors = QString::fromUtf8(process.readAllStandardError());
    return run;
}

} // namespace

class WeightsCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListNamesEveryBaseNetwork();
    void aFileIsFetchedCheckedAndResumed();
    void badWordsAreRefused();
};

void WeightsCommandTest::theListNamesEveryBaseNetwork()
{
    const CliRun run = runCli({QStringLiteral("weights"), QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    QStringList networks;
    for (const QJsonValue &entry : QJsonDocument::fromJson(run.output.toUtf8()).array())
        networks << entry[QLatin1String("base_network")].toString();
    for (const char *name : {"vgg-16", "resnet-50", "mobilenet-v2"})
        QVERIFY2(networks.contains(QLatin1String(name)), name);
    const CliRun plain = runCli({QStringLiteral("weights"), QStringLiteral("list")});
    QVERIFY2(plain.output.contains(QLatin1String("vgg16-397923af.pth")), qPrintable(plain.output));
}

void WeightsCommandTest::aFileIsFetchedCheckedAndResumed()
{
    const QTemporaryDir folder;
    FileServer server(QByteArray(500'000, 'w'));
    const QByteArray sum = QCryptographicHash::hash(server.content, QCryptographicHash::Sha256).toHex();
    const QStringList words{QStringLiteral("weights"),
                            QStringLiteral("fetch"),
                            QStringLiteral("mine"),
                            QStringLiteral("--to"),
                            folder.path(),
                            QStringLiteral("--address"),
                            server.address().toString(),
                            QStringLiteral("--sha256"),
                            QString::fromLatin1(sum)};
    server.breakOffAfter = 200'000;
    const CliRun broken = runWhileServing(words);
    QCOMPARE(broken.exitCode, 1);
    server.breakOffAfter = -1;
    const CliRun whole = runWhileServing(words);
    QVERIFY2(whole.exitCode == 0, qPrintable(whole.errors));
    QVERIFY(server.requests.last().contains("Range: bytes="));
    QFile file(whole.output.trimmed());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), server.content);
}

void WeightsCommandTest::badWordsAreRefused()
{
    const CliRun unknown = runCli({QStringLiteral("weights"), QStringLiteral("fetch"), QStringLiteral("alexnet")});
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY2(unknown.errors.contains(QLatin1String("alexnet")) && unknown.errors.contains(QLatin1String("vgg-16")),
             qPrintable(unknown.errors));
    const CliRun unsafe = runCli({QStringLiteral("weights"), QStringLiteral("fetch"), QStringLiteral("vgg-16"),
                                  QStringLiteral("--address"), QStringLiteral("http://example.org/vgg.pth")});
    QCOMPARE(unsafe.exitCode, 1);
    QVERIFY2(unsafe.errors.contains(QLatin1String("https://")), qPrintable(unsafe.errors));
    QCOMPARE(runCli({QStringLiteral("weights"), QStringLiteral("bring")}).exitCode, 2);
}

QTEST_GUILESS_MAIN(WeightsCommandTest)
#include "weights_command_test.moc"
