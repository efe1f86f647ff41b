// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/recordio.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

using namespace boxwright;

namespace {

const QByteArray kMagic("\x0a\x23\xd7\xce", 4);

/// A part by hand: magic, kind and length, payload, as many zeros as asked.
QByteArray part(quint32 kind, const QByteArray &payload, int zeros)
{
    const quint32 word = kind << 29 | quint32(payload.size());
    QByteArray bytes = kMagic;
    for (int shift = 0; shift < 32; shift += 8)
        bytes += char(word >> shift & 0xff);
    return bytes + payload + QByteArray(zeros, '\0');
}

QByteArray written(const QList<QByteArray> &payloads)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    RecordWriter writer(buffer, QStringLiteral("out.rec"));
    for (const QByteArray &payload : payloads) {
        if (!writer.write(payload))
            return {};
    }
    return bytes;
}

struct Read
{
    QList<QByteArray> payloads;
    QString message;
};

Read readAll(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    RecordReader reader(buffer, QStringLiteral("in.rec"));
    Read result;
    for (;;) {
        const auto record = reader.next();
        if (!record) {
            result.message = record.error().message;
            return result;
        }
        if (!*record)
            return result;
        result.payloads << **record;
    }
}

} // namespace

class RecordIoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsAreWrittenAsDmlcDoes_data();
    void recordsAreWrittenAsDmlcDoes();
    void whatIsWrittenReadsBack();
    void brokenFilesAreNamedByTheirByte_data();
    void brokenFilesAreNamedByTheirByte();
    void recordsBeforeTheBrokenOneAreRead();
    void seekGivesTheRecordOfAnIndex();
    void aDeviceThatTakesNoMoreIsAMessage();
};

void RecordIoTest::recordsAreWrittenAsDmlcDoes_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray() << part(0, {}, 0);
    QTest::newRow("one byte is padded by three") << QByteArray("a") << part(0, "a", 3);
    QTest::newRow("four bytes need no padding") << QByteArray("abcd") << part(0, "abcd", 0);
    QTest::newRow("the magic word alone") << kMagic << part(1, {}, 0) + part(3, {}, 0);
    QTest::newRow("aligned magic word") << "abcd" + kMagic + "ef" << part(1, "abcd", 0) + part(3, "ef", 2);
    QTest::newRow("unaligned magic word") << "ab" + kMagic + "cd" << part(0, "ab" + kMagic + "cd", 0);
    QTest::newRow("three magic words") << kMagic + kMagic + "abcd" + kMagic
                                       << part(1, {}, 0) + part(2, {}, 0) + part(2, "abcd", 0) + part(3, {}, 0);
    QTest::newRow("the magic word cut off at the end")
        << "abcd" + kMagic.left(3) << part(0, "abcd" + kMagic.left(3), 1);
}

void RecordIoTest::recordsAreWrittenAsDmlcDoes()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, bytes);
    QCOMPARE(written({payload}).toHex(' '), bytes.toHex(' '));
    const Read read = readAll(bytes);
    QCOMPARE(read.message, QString());
    QCOMPARE(read.payloads, QList<QByteArray>{payload});
}

void RecordIoTest::whatIsWrittenReadsBack()
{
    QRandomGenerator random(7);
    QList<QByteArray> payloads;
    for (int i = 0; i < 300; ++i) {
        QByteArray payload(random.bounded(40), '\0');
        for (char &byte : payload)
            byte = kMagic[random.bounded(4)]; // the magic word at every place, whole and in part
        if (payload.size() >= 12)
            payload.replace(random.bounded(8), 4, kMagic);
        payloads << payload;
    }
    const Read read = readAll(written(payloads));
    QCOMPARE(read.message, QString());
    QCOMPARE(read.payloads, payloads);
}

void RecordIoTest::brokenFilesAreNamedByTheirByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QByteArray good = part(0, "abcd", 0); // 12 bytes
    const auto text = [](const char *latin) { return QString::fromLatin1(latin); };
    QTest::newRow("text") << QByteArray("hello, this is text") << text("byte 0 must start with 0xced7230a");
    QTest::newRow("garbage after a record") << good + "garbage!" << text("byte 12 must start with 0xced7230a");
    QTest::newRow("cut in the magic word") << good + kMagic.left(2) << text("record that starts at byte 12");
    QTest::newRow("cut in the length") << good + kMagic + "ab" << text("record that starts at byte 12");
    QTest::newRow("cut in the payload") << good + part(0, "abcdefgh", 0).chopped(1)
                                        << text("the record at byte 12 claims 8 bytes where only 7 follow");
    QTest::newRow("without its padding") << part(0, "ab", 0) << text("claims 2 bytes where only 2 follow");
    QTest::newRow("a claim of half a gigabyte")
        << kMagic + "\xff\xff\xff\x1f" + "abcd" << text("claims 536870911 bytes where only 4 follow");
    QTest::newRow("starts with a middle part")
        << part(2, "abcd", 0) + part(3, "abcd", 0) << text("byte 0 holds a part of kind 2");
    QTest::newRow("starts with a last part") << good + part(3, "abcd", 0) << text("byte 12 holds a part of kind 3");
    QTest::newRow("first part without the last") << part(1, "abcd", 0) << text("record that starts at byte 0");
    QTest::newRow("whole part inside a split record")
        << part(1, "abcd", 0) + good << text("byte 12 holds a part of kind 0");
    QTest::newRow("unknown kind") << part(7, "abcd", 0) << text("byte 0 holds a part of kind 7");
}

void RecordIoTest::brokenFilesAreNamedByTheirByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const Read read = readAll(bytes);
    QVERIFY2(read.message.contains(expected), qPrintable(read.message));
    QVERIFY2(read.message.startsWith(QLatin1String("in.rec")), qPrintable(read.message));
}

void RecordIoTest::recordsBeforeTheBrokenOneAreRead()
{
    const Read read = readAll(part(0, "abcd", 0) + part(0, "efgh", 0) + "x");
    QCOMPARE(read.payloads, (QList<QByteArray>{"abcd", "efgh"}));
    QVERIFY(!read.message.isEmpty());
}

void RecordIoTest::seekGivesTheRecordOfAnIndex()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadWrite);
    RecordWriter writer(buffer, QStringLiteral("a.rec"));
    const qint64 first = *writer.write("first");
    const qint64 second = *writer.write(kMagic + "second");
    buffer.seek(0);
    RecordReader reader(buffer, QStringLiteral("a.rec"));
    QVERIFY(reader.seek(second).has_value());
    QCOMPARE(**reader.next(), kMagic + "second");
    QVERIFY(reader.seek(first).has_value());
    QCOMPARE(**reader.next(), QByteArray("first"));
    QCOMPARE(reader.offset(), second);
    for (const qint64 wrong : {qint64{-4}, qint64{2}, bytes.size() + 4})
        QVERIFY(!reader.seek(wrong).has_value());
}

void RecordIoTest::aDeviceThatTakesNoMoreIsAMessage()
{
    QBuffer closed;
    closed.open(QIODevice::ReadOnly);
    RecordWriter writer(closed, QStringLiteral("full.rec"));
    const Result<qint64> result = writer.write("abcd");
    QVERIFY(!result.has_value());
    QVERIFY(result.error().message.contains(QLatin1String("full.rec")));
}

QTEST_GUILESS_MAIN(RecordIoTest)
#include "recordio_test.moc"
