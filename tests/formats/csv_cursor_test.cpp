// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_cursor.h"

#include "core/formats/csv_groups.h"
#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class CsvCursorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsAreReadAsRfc4180HasThem_data();
    void recordsAreReadAsRfc4180HasThem();
    void whatIsWrittenIsRead();
    void brokenTextIsToldWithItsLine_data();
    void brokenTextIsToldWithItsLine();
    void scatteredRecordsOfAnImageComeTogether();
};

void CsvCursorTest::recordsAreReadAsRfc4180HasThem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QStringList>>("records");
    using Records = QList<QStringList>;
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    QTest::newRow("nothing") << QByteArray() << Records{};
    QTest::newRow("plain") << QByteArray("a,b\n") << Records{{a, b}};
    QTest::newRow("no line end") << QByteArray("a,b") << Records{{a, b}};
    QTest::newRow("windows") << QByteArray("a,b\r\nb,a\r\n") << Records{{a, b}, {b, a}};
    QTest::newRow("empty fields") << QByteArray(",a,\n") << Records{{QString(), a, QString()}};
    QTest::newRow("empty lines") << QByteArray("\n\r\na\n  \nb\n\n") << Records{{a}, {b}};
    QTest::newRow("the mark of a file") << QByteArray("\xef\xbb\xbf"
                                                      "a,b")
                                        << Records{{a, b}};
    QTest::newRow("the same as a letter") << QByteArray("a,\xef\xbb\xbf"
                                                        "b")
                                          << Records{{a, QChar(0xfeff) + b}};
    QTest::newRow("spaces") << QByteArray(" a , b \n") << Records{{a, b}};
    QTest::newRow("quotes") << QByteArray("\"a,\"\"b\"\"\",\"\"\n") << Records{{QStringLiteral("a,\"b\""), QString()}};
    QTest::newRow("line end in quotes") << QByteArray("\"a\nb\",b\na,b")
                                        << Records{{QStringLiteral("a\nb"), b}, {a, b}};
    QTest::newRow("quote inside") << QByteArray("5\"x,a\n") << Records{{QStringLiteral("5\"x"), a}};
    QTest::newRow("korean") << QByteArray("\xeb\xb2\x8c,a\n") << Records{{QStringLiteral(u"\ubc8c"), a}};
}

void CsvCursorTest::recordsAreReadAsRfc4180HasThem()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QStringList>, records);
    CsvCursor cursor(text);
    QList<QStringList> read;
    for (QStringList fields; cursor.next(fields);)
        read.append(fields);
    QCOMPARE(cursor.problem(), QString());
    QCOMPARE(read, records);
}

void CsvCursorTest::whatIsWrittenIsRead()
{
    const QList<QStringList> records{{QStringLiteral("\ufeffa"), QStringLiteral("b")},
                                     {QString()},
                                     {QStringLiteral(" a "), QStringLiteral("b\"c\""), QStringLiteral("x\ny,z")},
                                     {QString(), QString(), QStringLiteral("\t")},
                                     {QStringLiteral("plain"), QStringLiteral("1.5")}};
    QByteArray text;
    for (const QStringList &record : records)
        text += csvRecord(record);
    CsvCursor cursor(text);
    for (const QStringList &record : records) {
        QStringList fields;
        QVERIFY(cursor.next(fields));
        QCOMPARE(fields, record);
    }
    QVERIFY(text.endsWith("plain,1.5\n"));
}

void CsvCursorTest::brokenTextIsToldWithItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("open quote") << QByteArray("a\nb\n\"c,d\n");
    QTest::newRow("after a quote") << QByteArray("a\nb\n\"c\"d\n");
    QTest::newRow("too long") << "a\nb\n" + QByteArray(CsvCursor::kMaxRecord + 1, 'x') + "\n";
    QTest::newRow("too long in quotes") << "a\nb\n\"" + QByteArray(CsvCursor::kMaxRecord + 1, 'x') + "\"\n";
}

void CsvCursorTest::brokenTextIsToldWithItsLine()
{
    QFETCH(QByteArray, text);
    CsvCursor cursor(text);
    QStringList fields;
    QVERIFY(cursor.next(fields) && cursor.next(fields));
    QVERIFY(!cursor.next(fields));
    QVERIFY(!cursor.problem().isEmpty());
    QCOMPARE(cursor.line(), 3);
    QVERIFY(!cursor.next(fields));
}

void CsvCursorTest::scatteredRecordsOfAnImageComeTogether()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.csv"));
    QVERIFY(putFile(path, "N,Image\n1,a\n\n2,b\n3,b\n4,a\n5,c\n6,b\n"));
    const Result<CsvGroups> groups = CsvGroups::open(path, {QStringLiteral("file"), QStringLiteral("image")});
    QVERIFY2(groups.has_value(), qPrintable(groups ? QString() : groups.error().message));
    QCOMPARE(groups->count(), 3);
    QStringList read;
    for (qsizetype group = 0; group < groups->count(); ++group) {
        for (const CsvRow &row : groups->rowsOf(group))
            read.append(row.value(1) + row.value(0) + QStringLiteral(":%1").arg(row.line));
    }
    QCOMPARE(read.join(u' '), QStringLiteral("a1:2 a4:6 b2:4 b3:5 b6:8 c5:7"));
    const Result<CsvGroups> other = CsvGroups::open(path, {QStringLiteral("file")});
    QVERIFY(!other && other.error().message.contains(QLatin1String("x.csv")));
}

QTEST_GUILESS_MAIN(CsvCursorTest)
#include "csv_cursor_test.moc"
