// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/line_reader.h"

#include <QBuffer>
#include <QTest>

using namespace boxwright;

class LineReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeWithoutTheirEnds_data();
    void linesComeWithoutTheirEnds();
    void aLineAcrossChunksIsWhole();
    void aLineWithoutEndIsNotKept();
};

void LineReaderTest::linesComeWithoutTheirEnds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::newRow("empty") << QByteArray() << QList<QByteArray>();
    QTest::newRow("unix") << QByteArray("a\nb\n") << QList<QByteArray>{"a", "b"};
    QTest::newRow("windows") << QByteArray("a\r\nb\r\n") << QList<QByteArray>{"a", "b"};
    QTest::newRow("no end") << QByteArray("a\nb") << QList<QByteArray>{"a", "b"};
    QTest::newRow("blank") << QByteArray("\n\na") << QList<QByteArray>{"", "", "a"};
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}\n") << QList<QByteArray>{"{}"};
}

void LineReaderTest::linesComeWithoutTheirEnds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QByteArray>, lines);
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    LineReader reader(buffer);
    QList<QByteArray> read;
    while (const std::optional<QByteArrayView> line = reader.next()) {
        read.append(line->toByteArray());
        QCOMPARE(reader.number(), read.size());
    }
    QCOMPARE(read, lines);
}

void LineReaderTest::aLineAcrossChunksIsWhole()
{
    const QByteArray first(3'000'000, 'a');
    QByteArray bytes = first + '\n' + "b";
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    LineReader reader(buffer);
    QVERIFY(reader.next() == first);
    QVERIFY(reader.next() == QByteArray("b"));
    QVERIFY(!reader.next());
}

void LineReaderTest::aLineWithoutEndIsNotKept()
{
    QByteArray bytes = QByteArray(LineReader::kMaxLine + 5, 'a') + "\nshort";
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    LineReader reader(buffer);
    QVERIFY(reader.next() == QByteArray());
    QVERIFY(reader.wasTooLong());
    QVERIFY(reader.next() == QByteArray("short"));
    QVERIFY(!reader.wasTooLong());
}

QTEST_GUILESS_MAIN(LineReaderTest)
#include "line_reader_test.moc"
