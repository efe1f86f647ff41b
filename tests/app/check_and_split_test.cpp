// SPDX-License-Identifier: GPL-3.0-or-later
// check and split with the real program.
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class CheckAndSplitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void splitsAreWhatWasAsked();
    void theSameSeedGivesTheSameSplit();
    void listsSayWhichImagesBelongWhere();
    void checkTellsFindingsAndFigures();
    void wrongWordsAreNamed_data();
    void wrongWordsAreNamed();

private:
    QString project() const { return m_folder.filePath(QStringLiteral("p.boxwright")); }
    static QJsonObject answer(const QStringList &words);

    QTemporaryDir m_folder;
};

QJsonObject CheckAndSplitTest::answer(const QStringList &words)
{
    const CliRun run = runCli(words + QStringList{QStringLiteral("--json")});
    if (run.exitCode != 0)
        QTest::qFail(qPrintable(run.errors), __FILE__, __LINE__);
    return QJsonDocument::fromJson(run.output.toUtf8()).object();
}

void CheckAndSplitTest::initTestCase()
{
    const QString drawn = m_folder.filePath(QStringLiteral("drawn"));
    QCOMPARE(runCli({QStringLiteral("sample"), drawn, QStringLiteral("--images"), QStringLiteral("30")}).exitCode, 0);
    answer({QStringLiteral("new"), project(), QStringLiteral("--images"), drawn + QStringLiteral("/images")});
    answer({QStringLiteral("import"), project(), QStringLiteral("--from"), drawn});
}

void CheckAndSplitTest::splitsAreWhatWasAsked()
{
    const QJsonObject plan =
        answer({QStringLiteral("split"), project(), QStringLiteral("--ratio"), QStringLiteral("60:20:20")});
    QVERIFY(std::abs(plan[QLatin1String("images")][QLatin1String("train")].toInt() - 18) <= 2);
    const QJsonObject splits = answer({QStringLiteral("info"), project()})[QLatin1String("splits")].toObject();
    QCOMPARE(splits[QLatin1String("train")], plan[QLatin1String("images")][QLatin1String("train")]);
    QCOMPARE(splits[QLatin1String("validation")], plan[QLatin1String("images")][QLatin1String("validation")]);
    QCOMPARE(splits[QLatin1String("test")], plan[QLatin1String("images")][QLatin1String("test")]);
    QCOMPARE(splits[QLatin1String("none")].toInt(), 0);
}

void CheckAndSplitTest::theSameSeedGivesTheSameSplit()
{
    const QStringList words{QStringLiteral("split"), project(), QStringLiteral("--random"), QStringLiteral("--seed"),
                            QStringLiteral("7")};
    const QJsonObject first = answer(words);
    QCOMPARE(first[QLatin1String("images")][QLatin1String("train")].toInt(), 24);
    QCOMPARE(answer(words), first);
}

void CheckAndSplitTest::listsSayWhichImagesBelongWhere()
{
    answer({QStringLiteral("split"), project(), QStringLiteral("--ratio"), QStringLiteral("1:0")});
    const QStringList images = QDir(m_folder.filePath(QStringLiteral("drawn/images"))).entryList(QDir::Files);
    QCOMPARE(images.size(), 30);
    QFile list(m_folder.filePath(QStringLiteral("val.txt")));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write((images[3] + u'\n' + images[8].section(u'.', 0, 0) + QStringLiteral("\nno such image\n")).toUtf8());
    list.close();
    const CliRun run =
        runCli({QStringLiteral("split"), project(), QStringLiteral("--validation-list"), list.fileName()});
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    QVERIFY2(run.errors.contains(QLatin1String("val.txt, line 3: no such image")), qPrintable(run.errors));
    const QJsonObject splits = answer({QStringLiteral("info"), project()})[QLatin1String("splits")].toObject();
    QCOMPARE(splits[QLatin1String("validation")].toInt(), 2);
    QCOMPARE(splits[QLatin1String("train")].toInt(), 28);
}

void CheckAndSplitTest::checkTellsFindingsAndFigures()
{
    answer({QStringLiteral("split"), project(), QStringLiteral("--ratio"), QStringLiteral("1:0")});
    const QJsonObject report = answer({QStringLiteral("check"), project()});
    QStringList kinds;
    for (const QJsonValue finding : report[QLatin1String("findings")].toArray()) {
        kinds << finding[QLatin1String("kind")].toString();
        QVERIFY(!finding[QLatin1String("text")].toString().isEmpty());
    }
    QVERIFY2(kinds.contains(QStringLiteral("no-validation")), qPrintable(kinds.join(u' ')));
    QCOMPARE(report[QLatin1String("label_width")].toInt(), 2 + 5 * report[QLatin1String("fullest_image")].toInt());
    QCOMPARE(report[QLatin1String("statistics")][QLatin1String("classes")].toArray().size(), 3);
    const CliRun words = runCli({QStringLiteral("check"), project(), QStringLiteral("--quick")});
    for (const char *figures :
         {"Images by their boxes: ", "in percent of the image's, from: ", "width / height, from: "})
        QVERIFY2(words.output.contains(QLatin1String(figures)), qPrintable(words.output));
    const QJsonObject narrow = answer({QStringLiteral("check"), project(), QStringLiteral("--quick"),
                                       QStringLiteral("--label-width"), QStringLiteral("7")});
    bool isTold = false;
    for (const QJsonValue finding : narrow[QLatin1String("findings")].toArray())
        isTold = isTold || finding[QLatin1String("kind")].toString() == QLatin1String("label-width");
    QVERIFY(isTold);
}

void CheckAndSplitTest::wrongWordsAreNamed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("ratio") << QStringList{QStringLiteral("--ratio"), QStringLiteral("eighty")}
                           << QStringLiteral("eighty");
    QTest::newRow("zero") << QStringList{QStringLiteral("--ratio"), QStringLiteral("0:0")} << QStringLiteral("0");
    QTest::newRow("pattern") << QStringList{QStringLiteral("--pattern"), QStringLiteral("(")} << QStringLiteral("(");
}

void CheckAndSplitTest::wrongWordsAreNamed()
{
    QFETCH(QStringList, words);
    QFETCH(QString, says);
    const CliRun run = runCli(QStringList{QStringLiteral("split"), project()} + words);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains(says), qPrintable(run.errors));
}

QTEST_GUILESS_MAIN(CheckAndSplitTest)
#include "check_and_split_test.moc"
