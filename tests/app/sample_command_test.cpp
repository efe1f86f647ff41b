// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class SampleCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsAsManyImagesAsAsked();
    void theSameSeedGivesTheSameBytes();
    void aFolderThatCannotBeMadeIsNamed();
};

namespace {

CliRun draw(const QString &folder, const QString &seed)
{
    return runCli({QStringLiteral("sample"), folder, QStringLiteral("--images"), QStringLiteral("5"),
                   QStringLiteral("--seed"), seed, QStringLiteral("--json")});
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void SampleCommandTest::drawsAsManyImagesAsAsked()
{
    const QTemporaryDir folder;
    const CliRun run = draw(folder.filePath(QStringLiteral("s")), QStringLiteral("1"));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject answer = QJsonDocument::fromJson(run.output.toUtf8()).object();
    QCOMPARE(answer[QLatin1String("images")].toInt(), 5);
    QCOMPARE(QDir(answer[QLatin1String("folder")].toString()).entryList(QDir::Files).size(), 5);
    QVERIFY(QFile::exists(answer[QLatin1String("train")].toString()));
    QVERIFY(QFile::exists(answer[QLatin1String("validation")].toString()));
    QVERIFY2(run.errors.contains(QLatin1String("5 of 5")), qPrintable(run.errors));
}

void SampleCommandTest::theSameSeedGivesTheSameBytes()
{
    const QTemporaryDir folder;
    QCOMPARE(draw(folder.filePath(QStringLiteral("a")), QStringLiteral("7")).exitCode, 0);
    QCOMPARE(draw(folder.filePath(QStringLiteral("b")), QStringLiteral("7")).exitCode, 0);
    QCOMPARE(draw(folder.filePath(QStringLiteral("c")), QStringLiteral("8")).exitCode, 0);
    const QByteArray a = content(folder.filePath(QStringLiteral("a/images/scene-001.jpg")));
    QVERIFY(!a.isEmpty());
    QCOMPARE(content(folder.filePath(QStringLiteral("b/images/scene-001.jpg"))), a);
    QVERIFY(content(folder.filePath(QStringLiteral("c/images/scene-001.jpg"))) != a);
}

void SampleCommandTest::aFolderThatCannotBeMadeIsNamed()
{
    const QTemporaryDir folder;
    const QString inTheWay = folder.filePath(QStringLiteral("file"));
    QFile file(inTheWay);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const CliRun run = draw(inTheWay, QStringLiteral("1"));
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.output, QString());
    QVERIFY2(run.errors.contains(inTheWay), qPrintable(run.errors));
}

QTEST_GUILESS_MAIN(SampleCommandTest)
#include "sample_command_test.moc"
