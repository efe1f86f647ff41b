// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/record_index.h"

#include <QTest>

using namespace boxwright;

class RecordIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIndexIsReadAndWritten();
    void brokenLinesAreNamed_data();
    void brokenLinesAreNamed();
};

void RecordIndexTest::anIndexIsReadAndWritten()
{
    const auto entries =
        parseRecordIndex("1\t0\r\n\n4\t1856\n18446744073709551615\t9007199254740992", QStringLiteral("i"));
    QVERIFY(entries.has_value());
    const std::vector<RecordIndexEntry> expected{
        {1, 0}, {4, 1856}, {std::numeric_limits<quint64>::max(), 9007199254740992}};
    QCOMPARE(*entries, expected);
    QCOMPARE(recordIndexLine(expected[1]), QByteArray("4\t1856\n"));
}

void RecordIndexTest::brokenLinesAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no tab") << QByteArray("1\t0\n4 1856\n");
    QTest::newRow("key is text") << QByteArray("1\t0\nfour\t1856\n");
    QTest::newRow("negative offset") << QByteArray("1\t0\n4\t-4\n");
    QTest::newRow("offset beyond 64 bits") << QByteArray("1\t0\n4\t99999999999999999999\n");
    QTest::newRow("three columns") << QByteArray("1\t0\n4\t5\t6\n");
}

void RecordIndexTest::brokenLinesAreNamed()
{
    QFETCH(QByteArray, text);
    const auto entries = parseRecordIndex(text, QStringLiteral("a.idx"));
    QVERIFY(!entries.has_value());
    QVERIFY2(entries.error().message.startsWith(QLatin1String("a.idx, line 2")), qPrintable(entries.error().message));
}

QTEST_GUILESS_MAIN(RecordIndexTest)
#include "record_index_test.moc"
