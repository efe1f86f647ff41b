// SPDX-License-Identifier: GPL-3.0-or-later
// What is written is read by Python's own means: struct for the framing, google.protobuf for the messages, a check sum
// by bits; the records' form as TensorFlow documents it (tf.train, TFRecord).
#include "core/ssd/event_file.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

const char *const kReader = R"(
import struct, sys
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
def crc32c(data):
    crc = 0xffffffff
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82f63b78 if crc & 1 else 0)
    return crc ^ 0xffffffff
def mask(crc):
    return (((crc >> 15) | (crc << 17)) + 0xa282ead8) & 0xffffffff
F = descriptor_pb2.FieldDescriptorProto
file = descriptor_pb2.FileDescriptorProto(name='e.proto', package='t', syntax='proto3')
def message(name, *fields):
    m = file.message_type.add(name=name)
    for n, number, kind, label, of in fields:
        m.field.add(name=n, number=number, type=kind, label=label, type_name=of)
message('Value', ('tag', 1, F.TYPE_STRING, 1, None), ('simple_value', 2, F.TYPE_FLOAT, 1, None))
message('Summary', ('value', 1, F.TYPE_MESSAGE, 3, '.t.Value'))
message('Event', ('wall_time', 1, F.TYPE_DOUBLE, 1, None), ('step', 2, F.TYPE_INT64, 1, None),
        ('file_version', 3, F.TYPE_STRING, 1, None), ('summary', 5, F.TYPE_MESSAGE, 1, '.t.Summary'))
pool = descriptor_pool.DescriptorPool()
pool.Add(file)
Event = message_factory.MessageFactory(pool).GetPrototype(pool.FindMessageTypeByName('t.Event'))
data, at = open(sys.argv[1], 'rb').read(), 0
while at < len(data):
    length, = struct.unpack_from('<Q', data, at)
    assert struct.unpack_from('<I', data, at + 8)[0] == mask(crc32c(data[at:at + 8]))
    body = data[at + 12:at + 12 + length]
    assert struct.unpack_from('<I', data, at + 12 + length)[0] == mask(crc32c(body))
    at += 16 + length
    event = Event.FromString(body)
    assert abs(event.wall_time - __import__('time').time()) < 3600
    print(event.step, event.file_version, *['%s=%g' % (v.tag, v.simple_value) for v in event.summary.value])
)";

} // namespace

class EventFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyRecordHasItsKnownBytes();
    void pythonReadsTheCurves();
};

void EventFileTest::anEmptyRecordHasItsKnownBytes()
{
    // crc32c of eight zero bytes is 0x8c28b28a, of nothing 0; masked by hand.
    QCOMPARE(tfRecord({}).toHex(), QByteArray("0000000000000000") + "29039807" + "d8ea82a2");
}

void EventFileTest::pythonReadsTheCurves()
{
    const QString python = QStringLiteral("/usr/bin/python3");
    if (QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import google.protobuf")}) != 0)
        QSKIP("python3-protobuf is absent");
    QTemporaryDir folder;
    {
        EventFile events;
        QVERIFY(events.open(folder.path()));
        events.add(1, {{"train/class_loss", 2.5}, {"train/box_loss", 0.125}});
        events.add(300, {{"validation/mAP", 0.75}});
    }
    const QStringList files = QDir(folder.path()).entryList({QStringLiteral("*tfevents*")});
    QCOMPARE(files.size(), 1);
    QProcess process;
    process.start(python, {QStringLiteral("-c"), QLatin1String(kReader), folder.filePath(files[0])});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, error.constData());
    QCOMPARE(process.readAllStandardOutput(), QByteArray("0 brain.Event:2\n"
                                                         "1  train/class_loss=2.5 train/box_loss=0.125\n"
                                                         "300  validation/mAP=0.75\n"));
}

QTEST_GUILESS_MAIN(EventFileTest)
#include "event_file_test.moc"
