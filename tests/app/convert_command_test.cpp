// SPDX-License-Identifier: GPL-3.0-or-later
// convert on real data, as the real program.
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

QString shared(const QString &name)
{
    const QString path =
        QDir::cleanPath(qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/data/") + name);
    return QFileInfo::exists(path) ? path : QString();
}

} // namespace

class ConvertCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vocBecomesCocoAndTheFormatIsTold();
    void classesAreDroppedAndMerged();
    void wrongWordsAreNamed_data();
    void wrongWordsAreNamed();
    void aWrongKindIsNamedAsWhatItIs();

private:
    QTemporaryDir m_folder;
};

void ConvertCommandTest::vocBecomesCocoAndTheFormatIsTold()
{
    const QString bccd = shared(QStringLiteral("bccd"));
    if (bccd.isEmpty())
        QSKIP("../shared/data/bccd is not at hand");
    const QString out = m_folder.filePath(QStringLiteral("coco"));
    const CliRun run = runCli({QStringLiteral("convert"), QStringLiteral("--from"), bccd, QStringLiteral("--to"),
                               QStringLiteral("coco:") + out, QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    const QJsonObject report = QJsonDocument::fromJson(run.output.toUtf8()).object();
    QCOMPARE(report[QLatin1String("images")].toInt(), 364);
    QCOMPARE(report[QLatin1String("labels")].toInt(), 4886);
    QFile file(out + QStringLiteral("/annotations/instances_train.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject coco = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(coco[QLatin1String("categories")].toArray().size(), 3);

    const CliRun back = runCli({QStringLiteral("convert"), QStringLiteral("--from"), QStringLiteral("coco:") + out,
                                QStringLiteral("--images"), bccd, QStringLiteral("--to"),
                                QStringLiteral("yolo:") + m_folder.filePath(QStringLiteral("yolo"))});
    QVERIFY2(back.exitCode == 0, qPrintable(back.errors));
    QVERIFY2(back.output.contains(QLatin1String("364 images, 4886 labels")), qPrintable(back.output));
}

void ConvertCommandTest::classesAreDroppedAndMerged()
{
    QFile file(m_folder.filePath(QStringLiteral("x.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("image,width,height,class,left,top,right,bottom\na.png,64,48,cat,1,2,30,40\na.png,64,48,dog,5,6,50,47\n"
               "b.png,64,48,bird,1,1,9,9\n");
    file.close();
    const auto convert = [&](const QString &to, const QStringList &more) {
        return runCli(QStringList{QStringLiteral("convert"), QStringLiteral("--from"), file.fileName(),
                                  QStringLiteral("--to"), QStringLiteral("coco:") + m_folder.filePath(to),
                                  QStringLiteral("--json")} +
                      more);
    };
    const CliRun run =
        convert(QStringLiteral("pets"), {QStringLiteral("--drop-classes"), QStringLiteral("bird"),
                                         QStringLiteral("--rename-classes"), QStringLiteral("cat=pet,dog=pet")});
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    QCOMPARE(QJsonDocument::fromJson(run.output.toUtf8())[QLatin1String("labels")].toInt(), 2);
    QFile written(m_folder.filePath(QStringLiteral("pets/annotations/instances.json")));
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonObject coco = QJsonDocument::fromJson(written.readAll()).object();
    QCOMPARE(coco[QLatin1String("categories")].toArray().size(), 1);
    QCOMPARE(coco[QLatin1String("categories")][0][QLatin1String("name")].toString(), QStringLiteral("pet"));
    QCOMPARE(coco[QLatin1String("images")].toArray().size(), 2);
    const CliRun unknown = convert(QStringLiteral("never"), {QStringLiteral("--classes"), QStringLiteral("cow")});
    QVERIFY(unknown.exitCode == 1 && unknown.errors.contains(QLatin1String("\"cow\"")));
    QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("never"))));
}

void ConvertCommandTest::wrongWordsAreNamed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &from, const QString &to, int code, const char *says) {
        QTest::newRow(name) << QStringList{QStringLiteral("convert"), QStringLiteral("--from"), from,
                                           QStringLiteral("--to"), to}
                            << code << QString::fromLatin1(says);
    };
    row("nothing there", QStringLiteral("nowhere"), QStringLiteral("coco:out"), 1, "nowhere");
    row("no target format", QStringLiteral("voc:x"), QStringLiteral("out"), 1, "coco:out");
    row("unknown target format", QStringLiteral("voc:x"), QStringLiteral("pdf:out"), 1, "pdf:out");
    row("missing source of a known format", QStringLiteral("voc:nowhere"), QStringLiteral("coco:out"), 1, "nowhere");
    QTest::newRow("no target") << QStringList{QStringLiteral("convert"), QStringLiteral("--from"), QStringLiteral("x")}
                               << 2 << QStringLiteral("--to");
}

void ConvertCommandTest::wrongWordsAreNamed()
{
    QFETCH(QStringList, words);
    QFETCH(int, exitCode);
    QFETCH(QString, says);
    const CliRun run = runCli(words);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.errors.contains(says), qPrintable(run.errors));
}

void ConvertCommandTest::aWrongKindIsNamedAsWhatItIs()
{
    const QString path = m_folder.filePath(QStringLiteral("x.manifest"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "{\"source-ref\":\"s3://b/a.jpg\",\"c\":1,\"c-metadata\":{\"type\":\"groundtruth/image-classification\"}}\n");
    file.close();
    const CliRun run = runCli({QStringLiteral("convert"), QStringLiteral("--from"), path, QStringLiteral("--to"),
                               QStringLiteral("coco:") + m_folder.filePath(QStringLiteral("never"))});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains(QLatin1String("image-classification")), qPrintable(run.errors));
    QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("never"))));
}

QTEST_GUILESS_MAIN(ConvertCommandTest)
#include "convert_command_test.moc"
