// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/record_list.h"

#include <QTest>

using namespace boxwright;

class RecordListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreRead_data();
    void linesAreRead();
    void linesReadBackToTheSameFloats();
    void brokenLinesAreNamed_data();
    void brokenLinesAreNamed();
    void aPathWithATabIsRefused();
    void theShortestDecimalIsWhatWasTyped_data();
    void theShortestDecimalIsWhatWasTyped();
};

void RecordListTest::linesAreRead_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<quint64>("index");
    QTest::addColumn<std::vector<double>>("labels");
    QTest::addColumn<QString>("path");
    using Values = std::vector<double>;
    QTest::newRow("as im2rec writes it") << QByteArray("7\t2.000000\t5.000000\t-1.000000\timg_00.jpg\n") << quint64{7}
                                         << Values{2, 5, -1} << QStringLiteral("img_00.jpg");
    QTest::newRow("Windows line end, index with decimals")
        << QByteArray("3.0\t0.5\ta b\\c.jpg\r\n") << quint64{3} << Values{.5} << QStringLiteral("a b\\c.jpg");
    QTest::newRow("no label, no line end, Hangul")
        << QByteArray("0\t\xed\x95\x9c.png") << quint64{0} << Values{} << QStringLiteral(u"\ud55c.png");
}

void RecordListTest::linesAreRead()
{
    QFETCH(QByteArray, line);
    QFETCH(quint64, index);
    QFETCH(std::vector<double>, labels);
    QFETCH(QString, path);
    const Result<RecordListEntry> entry = parseRecordListLine(line, QStringLiteral("a.lst, line 1"));
    QVERIFY2(entry.has_value(), qPrintable(entry ? QString() : entry.error().message));
    QCOMPARE(*entry, (RecordListEntry{index, labels, path}));
}

void RecordListTest::linesReadBackToTheSameFloats()
{
    const RecordListEntry entry{12, {2, 5, 0, 1.0 / 3, 0.162500, 1e-9, 123456789}, QStringLiteral("a b.jpg")};
    const Result<QByteArray> line = recordListLine(entry);
    QVERIFY(line.has_value());
    QCOMPARE(*line, QByteArray("12\t2\t5\t0\t0.33333334\t0.1625\t1e-09\t123456792\ta b.jpg\n"));
    const Result<RecordListEntry> again = parseRecordListLine(*line, QStringLiteral("l"));
    QVERIFY(again.has_value());
    QCOMPARE(again->labels.size(), entry.labels.size());
    for (size_t i = 0; i < entry.labels.size(); ++i)
        QCOMPARE(static_cast<float>(again->labels[i]), static_cast<float>(entry.labels[i]));
}

void RecordListTest::brokenLinesAreNamed_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no tab") << QByteArray("1 2 5 a.jpg");
    QTest::newRow("index is text") << QByteArray("one\t2\ta.jpg");
    QTest::newRow("negative index") << QByteArray("-1\t2\ta.jpg");
    QTest::newRow("label is text") << QByteArray("1\t2\tfive\ta.jpg");
    QTest::newRow("label is empty") << QByteArray("1\t2\t\ta.jpg");
    QTest::newRow("no path") << QByteArray("1\t2\t5\t");
    QTest::newRow("path is not UTF-8") << QByteArray("1\t2\t\xff\xfe.jpg");
}

void RecordListTest::brokenLinesAreNamed()
{
    QFETCH(QByteArray, line);
    const Result<RecordListEntry> entry = parseRecordListLine(line, QStringLiteral("a.lst, line 4"));
    QVERIFY(!entry.has_value());
    QVERIFY2(entry.error().message.startsWith(QLatin1String("a.lst, line 4")), qPrintable(entry.error().message));
}

void RecordListTest::aPathWithATabIsRefused()
{
    QVERIFY(!recordListLine({1, {}, QStringLiteral("a\tb.jpg")}).has_value());
    QVERIFY(!recordListLine({1, {}, QStringLiteral("a\nb.jpg")}).has_value());
}

void RecordListTest::theShortestDecimalIsWhatWasTyped_data()
{
    QTest::addColumn<double>("typed");
    for (const double typed : {0.0, 0.1, 0.3, 0.162500, 0.301563, 1.0, -1.0, 1e-7, 350.0})
        QTest::addRow("%g", typed) << typed;
}

void RecordListTest::theShortestDecimalIsWhatWasTyped()
{
    QFETCH(double, typed);
    QVERIFY(shortestDecimal(static_cast<float>(typed)) == typed);
}

QTEST_GUILESS_MAIN(RecordListTest)
#include "record_list_test.moc"
