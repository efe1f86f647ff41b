// SPDX-License-Identifier: GPL-3.0-or-later
// Habits that every command keeps: exit status, help, where words go.
#include "app/cli/command_list.h"
#include "tests/support/cli_process.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

/// "model info" is two words.
QStringList wordsOf(const cli::Command &command)
{
    return QString::fromLatin1(command.name()).split(QLatin1Char(' '));
}

} // namespace

class UsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsageEndsWithTwoAndSaysWhy_data();
    void wrongUsageEndsWithTwoAndSaysWhy();
    void everyCommandHelpsWithAnExample();
    void theHelpNamesEveryCommand();
    void theVersionIsAResult();
};

void UsageTest::wrongUsageEndsWithTwoAndSaysWhy_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing at all") << QStringList{} << QStringLiteral("subcommand");
    QTest::newRow("no such command") << QStringList{QStringLiteral("bake")} << QStringLiteral("\"bake\"");
    QTest::newRow("no such option") << QStringList{QStringLiteral("sample"), QStringLiteral("x"),
                                                   QStringLiteral("--sugar")}
                                    << QStringLiteral("--sugar");
    QTest::newRow("a positional is missing") << QStringList{QStringLiteral("sample")} << QStringLiteral("dir");
    QTest::newRow("not a number") << QStringList{QStringLiteral("sample"), QStringLiteral("x"),
                                                 QStringLiteral("--images"), QStringLiteral("many")}
                                  << QStringLiteral("many");
    QTest::newRow("out of range") << QStringList{QStringLiteral("sample"), QStringLiteral("x"),
                                                 QStringLiteral("--images"), QStringLiteral("0")}
                                  << QStringLiteral("--images");
}

void UsageTest::wrongUsageEndsWithTwoAndSaysWhy()
{
    QFETCH(QStringList, words);
    QFETCH(QString, reason);
    const CliRun run = runCli(words);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.output, QString());
    QVERIFY2(run.errors.startsWith(QLatin1String("boxwright-cli: ")), qPrintable(run.errors));
    QVERIFY2(run.errors.contains(reason), qPrintable(run.errors));
}

void UsageTest::everyCommandHelpsWithAnExample()
{
    for (const auto &command : cli::makeCommands()) {
        const CliRun run = runCli(wordsOf(*command) << QStringLiteral("--help"));
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.errors, QString());
        QVERIFY2(run.output.contains(QStringLiteral("boxwright-cli ") + command->example()), qPrintable(run.output));
    }
}

void UsageTest::theHelpNamesEveryCommand()
{
    const CliRun run = runCli({QStringLiteral("--help")});
    QCOMPARE(run.exitCode, 0);
    for (const auto &command : cli::makeCommands())
        QVERIFY2(run.output.contains(wordsOf(*command).constFirst()), command->name());
}

void UsageTest::theVersionIsAResult()
{
    const CliRun run = runCli({QStringLiteral("--version")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output.trimmed(), QStringLiteral("boxwright-cli " BOXWRIGHT_VERSION));
}

QTEST_GUILESS_MAIN(UsageTest)
#include "usage_test.moc"
