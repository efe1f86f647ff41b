// SPDX-License-Identifier: GPL-3.0-or-later
// Files written by MXNet and dmlc-core, with what MXNet says of them: every *.rec below BOXWRIGHT_REFERENCE/mxnet* is
// walked; what stands beside it (expected.json, .hex, .idx, .lst) is compared.
#include "core/base/file_io.h"
#include "core/mxnet/image_record.h"
#include "core/mxnet/record_index.h"
#include "core/mxnet/record_list.h"
#include "core/mxnet/recordio.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;

namespace {

QString referenceFolder()
{
    const QString standard = qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/reference");
    return qEnvironmentVariable("BOXWRIGHT_REFERENCE", standard);
}

struct Records
{
    QList<QByteArray> payloads;
    QList<qint64> offsets;
    QString message;
};

Records readRecords(const QString &path)
{
    QFile file(path);
    Records records;
    if (!file.open(QIODevice::ReadOnly)) {
        records.message = file.errorString();
        return records;
    }
    RecordReader reader(file, path);
    for (;;) {
        const qint64 offset = reader.offset();
        auto record = reader.next();
        if (!record || !*record) {
            records.message = record ? QString() : record.error().message;
            return records;
        }
        records.payloads << **record;
        records.offsets << offset;
    }
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

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

nlohmann::json expectedOf(const QString &recordFile)
{
    const QString path = QFileInfo(recordFile).path() + QStringLiteral("/expected.json");
    if (!QFileInfo::exists(path))
        return {};
    const Result<QByteArray> text = readFile(path);
    return text ? nlohmann::json::parse(text->begin(), text->end()) : nlohmann::json();
}

QByteArray bytesOf(const nlohmann::json &text)
{
    return QByteArray::fromStdString(text.get<std::string>());
}

std::vector<float> floats(const nlohmann::json &values)
{
    std::vector<float> result;
    for (const auto &value : values)
        result.push_back(static_cast<float>(value.get<double>()));
    return result;
}

/// What MXNet tells of an image record, where expected.json says it.
void compareImageRecord(const QByteArray &payload, const nlohmann::json &expected)
{
    const Result<ImageRecordData> data = unpackImageRecord(payload, QStringLiteral("record"));
    QVERIFY2(data.has_value(), qPrintable(data ? QString() : data.error().message));
    QCOMPARE(packImageRecord(*data), payload);
    QCOMPARE(data->id, expected["id"].get<quint64>());
    QCOMPARE(data->id2, expected["id2"].get<quint64>());
    QCOMPARE(sha256(data->image), bytesOf(expected["image_sha256"]));
    const std::vector<float> labels = floats(expected["label"]);
    if (expected["flag"] == 0) {
        QVERIFY(data->labels.empty());
        QCOMPARE(data->label, labels.at(0));
        return;
    }
    QCOMPARE(data->labels, labels);
    const Result<DetectionLabels> detection = parseDetectionLabels(data->labels, QStringLiteral("record"));
    QVERIFY2(detection.has_value(), qPrintable(detection ? QString() : detection.error().message));
    QCOMPARE(toLabelVector(*detection), labels);
}

} // namespace

class ReferenceRecordIoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileIsReadAndWrittenBackByteForByte_data() { addFiles(); }
    void everyFileIsReadAndWrittenBackByteForByte();
    void recordsAreWhatMxnetSays_data() { addFiles(); }
    void recordsAreWhatMxnetSays();
    void indexesLeadToTheRecords_data() { addFiles(); }
    void indexesLeadToTheRecords();
    void listsPackToTheSameRecords_data() { addFiles(); }
    void listsPackToTheSameRecords();

private:
    static void addFiles();
};

void ReferenceRecordIoTest::initTestCase()
{
    if (!QFileInfo::exists(referenceFolder()))
        QSKIP("the reference folder ../shared/reference is absent");
}

void ReferenceRecordIoTest::addFiles()
{
    QTest::addColumn<QString>("path");
    const QDir root(referenceFolder());
    QDirIterator files(root.path(), {QStringLiteral("*.rec")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(root.relativeFilePath(path))) << path;
    }
}

void ReferenceRecordIoTest::everyFileIsReadAndWrittenBackByteForByte()
{
    QFETCH(QString, path);
    const Records records = readRecords(path);
    QVERIFY2(records.message.isEmpty(), qPrintable(records.message));
    QVERIFY(!records.payloads.isEmpty());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    RecordWriter writer(buffer, QStringLiteral("copy.rec"));
    for (qsizetype i = 0; i < records.payloads.size(); ++i) {
        const Result<qint64> offset = writer.write(records.payloads[i]);
        QVERIFY(offset.has_value());
        QCOMPARE(*offset, records.offsets[i]);
    }
    QVERIFY(bytes == *readFile(path));
}

void ReferenceRecordIoTest::recordsAreWhatMxnetSays()
{
    QFETCH(QString, path);
    const Records records = readRecords(path);
    if (const QString hex = sibling(path, QStringLiteral(".hex")); !hex.isEmpty()) {
        const QList<QByteArray> lines = readFile(hex)->split('\n');
        for (qsizetype i = 0; i < records.payloads.size(); ++i)
            QCOMPARE(records.payloads[i].toHex(), lines[i].trimmed());
        return;
    }
    const nlohmann::json expected = expectedOf(path);
    if (expected.is_null())
        QSKIP("nothing is said of the records of this file");
    QCOMPARE(records.payloads.size(), qsizetype(expected["records"].size()));
    for (qsizetype i = 0; i < records.payloads.size(); ++i) {
        const nlohmann::json &record = expected["records"][i];
        QCOMPARE(records.payloads[i].size(), record["length"].get<qsizetype>());
        QCOMPARE(sha256(records.payloads[i]), bytesOf(record["sha256"]));
        if (record.contains("base64"))
            QCOMPARE(records.payloads[i], QByteArray::fromBase64(bytesOf(record["base64"])));
        if (record.contains("offset"))
            QCOMPARE(records.offsets[i], record["offset"].get<qint64>());
        if (record.contains("image_sha256"))
            compareImageRecord(records.payloads[i], record);
    }
}

void ReferenceRecordIoTest::indexesLeadToTheRecords()
{
    QFETCH(QString, path);
    const QString indexPath = sibling(path, QStringLiteral(".idx"));
    if (indexPath.isEmpty())
        QSKIP("this file has no index");
    const QByteArray text = *readFile(indexPath);
    const auto entries = parseRecordIndex(text, indexPath);
    QVERIFY2(entries.has_value(), qPrintable(entries ? QString() : entries.error().message));
    const Records records = readRecords(path);
    QCOMPARE(qsizetype(entries->size()), records.payloads.size());
    QByteArray again;
    for (qsizetype i = 0; i < records.payloads.size(); ++i) {
        QCOMPARE(entries->at(i).offset, records.offsets[i]);
        again += recordIndexLine(entries->at(i));
    }
    QCOMPARE(again, text);
}

void ReferenceRecordIoTest::listsPackToTheSameRecords()
{
    QFETCH(QString, path);
    const QString listPath = sibling(path, QStringLiteral(".lst"));
    if (listPath.isEmpty())
        QSKIP("this file has no list");
    const Records records = readRecords(path);
    QList<QByteArray> lines = readFile(listPath)->split('\n');
    lines.removeAll(QByteArray());
    QCOMPARE(lines.size(), records.payloads.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Result<RecordListEntry> entry = parseRecordListLine(lines[i], listPath);
        QVERIFY2(entry.has_value(), qPrintable(entry ? QString() : entry.error().message));
        const ImageRecordData data = *unpackImageRecord(records.payloads[i], path);
        QCOMPARE(data.id, entry->index);
        QCOMPARE(data.labels, std::vector<float>(entry->labels.begin(), entry->labels.end()));
        const Result<RecordListEntry> again = parseRecordListLine(*recordListLine(*entry), listPath);
        QVERIFY(again.has_value());
        QCOMPARE(std::vector<float>(again->labels.begin(), again->labels.end()), data.labels);
        QCOMPARE(again->path, entry->path);
    }
}

QTEST_GUILESS_MAIN(ReferenceRecordIoTest)
#include "reference_recordio_test.moc"
