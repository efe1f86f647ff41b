// SPDX-License-Identifier: GPL-3.0-or-later
// Every .rec file below BOXWRIGHT_REFERENCE, packed by MXNet's im2rec: read with its images taken out, and exported
// again. What im2rec packed comes back to the byte; files that hold no boxes are refused for a reason.
#include "core/formats/export_dataset.h"
#include "core/formats/recordio_format.h"
#include "core/mxnet/record_index.h"
#include "core/mxnet/record_list.h"
#include "tests/support/format_doubles.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

QString referenceFolder()
{
    const QString standard = qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/reference");
    return qEnvironmentVariable("BOXWRIGHT_REFERENCE", standard);
}

/// The file of that ending beside it: of the same name, or the only one; empty where there is none.
QString sibling(const QString &path, const QString &ending)
{
    const QDir folder = QFileInfo(path).dir();
    const QString same = QFileInfo(path).completeBaseName() + ending;
    const QStringList all = folder.entryList({u'*' + ending}, QDir::Files);
    const QString name = all.contains(same) || all.size() != 1 ? same : all.first();
    return folder.exists(name) ? folder.filePath(name) : QString();
}

/// A list with its values as im2rec takes them.
QList<RecordListEntry> listOf(const QString &path)
{
    QList<RecordListEntry> entries;
    for (const QByteArray &line : fileBytes(path).split('\n')) {
        Result<RecordListEntry> entry = parseRecordListLine(line, path);
        if (!entry)
            continue;
        for (double &value : entry->labels)
            value = static_cast<double>(static_cast<float>(value));
        entry->path = QFileInfo(entry->path).completeBaseName();
        entries << *entry;
    }
    return entries;
}

/// Keys may be another writer's choice; im2rec's are the record ids, which the list has too.
QList<qint64> offsetsOf(const QString &path)
{
    QList<qint64> offsets;
    const auto entries = parseRecordIndex(fileBytes(path), path);
    if (!entries)
        return {-1};
    for (const RecordIndexEntry &entry : *entries)
        offsets << entry.offset;
    return offsets;
}

} // namespace

class ReferenceRecordIoFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileComesBackToTheByte_data();
    void everyFileComesBackToTheByte();
};

void ReferenceRecordIoFormatTest::initTestCase()
{
    if (!QFileInfo::exists(referenceFolder()))
        QSKIP("the reference folder ../shared/reference is absent");
}

void ReferenceRecordIoFormatTest::everyFileComesBackToTheByte_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(referenceFolder(), {QStringLiteral("*.rec")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(QDir(referenceFolder()).relativeFilePath(path))) << path;
    }
}

void ReferenceRecordIoFormatTest::everyFileComesBackToTheByte()
{
    QFETCH(QString, path);
    QTemporaryDir folder;
    const QString records = folder.filePath(QStringLiteral("in/train.rec"));
    QVERIFY(putFile(records, fileBytes(path)));
    const QString list = sibling(path, QStringLiteral(".lst"));
    if (!list.isEmpty())
        QVERIFY(putFile(folder.filePath(QStringLiteral("in/train.lst")), fileBytes(list)));
    const RecordIoFormat format;
    QVERIFY(format.recognizes(records));
    ReadOptions reading;
    reading.from = records;
    reading.imageFolder = folder.filePath(QStringLiteral("images"));
    CollectingSink sink;
    if (const Result<> done = format.read(reading, sink); !done) {
        qInfo().noquote() << "refused:" << done.error().message;
        QVERIFY(done.error().message.contains(QLatin1String("record at byte 0")));
        return;
    }
    ListSource source(sink);
    WriteOptions writing;
    writing.to = folder.filePath(QStringLiteral("out"));
    const Result<ExportReport> report = exportDataset(format, writing, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    qInfo().noquote() << report->images << "images," << report->labels << "labels";
    QVERIFY(fileBytes(folder.filePath(QStringLiteral("out/train.rec"))) == fileBytes(path));
    if (const QString index = sibling(path, QStringLiteral(".idx")); !index.isEmpty())
        QCOMPARE(offsetsOf(folder.filePath(QStringLiteral("out/train.idx"))), offsetsOf(index));
    if (!list.isEmpty())
        QCOMPARE(listOf(folder.filePath(QStringLiteral("out/train.lst"))), listOf(list));
}

QTEST_GUILESS_MAIN(ReferenceRecordIoFormatTest)
#include "reference_recordio_format_test.moc"
