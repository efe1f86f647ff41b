// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <QTest>

using namespace boxwright;
using namespace boxwright::cli;

class ProgressLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durationsReadAsPeopleSayThem_data();
    void durationsReadAsPeopleSayThem();
    void aLineTellsShareRateAndTimeLeft();
    void elsewhereAQuickPhaseLeavesOneLine();
    void elsewhereALongPhaseIsQuietBetweenLines();
    void aTerminalGetsABarThatIsTakenAway();
    void aBarNeverWraps_data();
    void aBarNeverWraps();
};

namespace {

Progress reading(qint64 done)
{
    return {QStringLiteral("Reading"), done, 200, 50, 3};
}

} // namespace

void ProgressLineTest::durationsReadAsPeopleSayThem_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("0 s");
    QTest::newRow("before now") << -3.0 << QStringLiteral("0 s");
    QTest::newRow("almost a minute") << 59.4 << QStringLiteral("59 s");
    QTest::newRow("a minute by rounding") << 59.6 << QStringLiteral("1 min 0 s");
    QTest::newRow("minutes") << 200.0 << QStringLiteral("3 min 20 s");
    QTest::newRow("hours") << 3900.0 << QStringLiteral("1 h 5 min");
}

void ProgressLineTest::durationsReadAsPeopleSayThem()
{
    QFETCH(double, seconds);
    QTEST(durationText(seconds), "text");
}

void ProgressLineTest::aLineTellsShareRateAndTimeLeft()
{
    QCOMPARE(progressText(reading(50), {}), QStringLiteral("Reading: 50 of 200, 50 per second, 3 s left"));
    QCOMPARE(progressText(reading(50), QStringLiteral("epoch 2")),
             QStringLiteral("Reading: 50 of 200, epoch 2, 3 s left"));
    QCOMPARE(progressText(reading(200), {}), QStringLiteral("Reading: 200 of 200, 50 per second"));
    QCOMPARE(progressText({QStringLiteral("Counting"), 7}, {}), QStringLiteral("Counting: 7"));
    Progress share = reading(50);
    share.isShare = true;
    QCOMPARE(progressText(share, QStringLiteral("epoch 2")), QStringLiteral("Reading: 25.0 %, epoch 2, 3 s left"));
}

void ProgressLineTest::elsewhereAQuickPhaseLeavesOneLine()
{
    ProgressLine line(/*columns=*/0);
    QString written;
    for (qint64 done = 1; done <= 200; ++done)
        written += line.update(reading(done), {});
    written += line.update(reading(200), {}); // told twice
    QCOMPARE(written, QStringLiteral("Reading: 200 of 200, 50 per second\n"));
    QCOMPARE(line.clear(), QString());
}

void ProgressLineTest::elsewhereALongPhaseIsQuietBetweenLines()
{
    ProgressLine line(/*columns=*/0);
    QCOMPARE(line.update(reading(1), {}), QString());
    QCOMPARE(line.update(reading(2), {}), QString());
    // A phase of its own begins anew and ends with its own line.
    QCOMPARE(line.update({QStringLiteral("Writing"), 5, 5, 1, 0}, {}),
             QStringLiteral("Writing: 5 of 5, 1.0 per second\n"));
}

void ProgressLineTest::aTerminalGetsABarThatIsTakenAway()
{
    ProgressLine line(/*columns=*/100);
    const QString written = line.update(reading(100), {});
    QVERIFY(written.startsWith(QLatin1String("\r\033[K[")));
    QCOMPARE(written.count(QLatin1Char('#')), 12);
    QCOMPARE(written.count(QLatin1Char('.')), 12);
    QVERIFY(!written.contains(QLatin1Char('\n')));
    QCOMPARE(line.clear(), QStringLiteral("\r\033[K"));
    QCOMPARE(line.clear(), QString());
}

void ProgressLineTest::aBarNeverWraps_data()
{
    QTest::addColumn<QString>("phase");
    QTest::newRow("narrow letters") << QString(60, QLatin1Char('a'));
    QTest::newRow("wide letters") << QString(30, QChar(0xac00));
}

void ProgressLineTest::aBarNeverWraps()
{
    QFETCH(QString, phase);
    ProgressLine line(/*columns=*/40);
    QString written = line.update({phase, 1, 2, 1, 1}, {});
    written.remove(QStringLiteral("\r\033[K"));
    int columns = 0;
    for (const QChar character : written)
        columns += character.unicode() >= 0xac00 ? 2 : 1;
    QVERIFY2(columns > 0 && columns < 40, qPrintable(written));
}

QTEST_GUILESS_MAIN(ProgressLineTest)
#include "progress_line_test.moc"
